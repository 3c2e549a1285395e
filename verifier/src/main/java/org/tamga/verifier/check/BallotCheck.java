package org.tamga.verifier.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tamga.verifier.arithmetic.Group;
import org.tamga.verifier.arithmetic.HashInput;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.format.EncryptedBallot;
import org.tamga.verifier.format.EncryptedBallot.Ciphertext;
import org.tamga.verifier.format.EncryptedBallot.ContestPart;
import org.tamga.verifier.format.EncryptedBallot.RangeProof;
import org.tamga.verifier.format.EncryptedBallot.Selection;
import org.tamga.verifier.format.EncryptedBallot.State;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * One encrypted ballot (EG verifications 5 to 8; docs/formats/ballot.md, section 4). Thread-safe.
 */
public final class BallotCheck {
    private static final int ID_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Group group = Group.STANDARD;
    private final ElectionPackage election;
    private final ElectionKeys keys;
    private final boolean proofs;

    /**
     * @param proofs whether range proofs and group membership are checked, which takes nearly all
     *     the time
     */
    public BallotCheck(ElectionPackage election, ElectionKeys keys, boolean proofs) {
        this.election = election;
        this.keys = keys;
        this.proofs = proofs;
    }

    /**
     * What a line holds and what is wrong with it.
     *
     * @param ballot absent if the line cannot be read or does not have the form of its style
     */
    public record Outcome(Optional<EncryptedBallot> ballot, List<Problem> problems) {}

    public record Problem(Code code, String what) {}

    /** Checks one line of {@code ballots.jsonl} of a terminal. */
    public Outcome check(byte[] line, String terminal, Ed25519Key key) {
        List<Problem> problems = new ArrayList<>();
        try {
            ObjectNode tree =
                    Json.tree(line) instanceof ObjectNode object ? object : new ObjectNode(null);
            EncryptedBallot ballot = Json.map(tree, EncryptedBallot.class);
            tree.remove("signature");
            require(
                    problems,
                    ballot.terminal().equals(terminal)
                            && key.signed("ballot", CanonicalForm.of(tree), ballot.signature()),
                    Code.BALLOT_SIGNATURE,
                    "the signature is not that of the booth");
            List<Contest> contests = contestsOf(ballot);
            requireForm(ballot, contests);
            hashes(ballot, problems);
            if (proofs) {
                proofs(ballot, contests, problems);
            }
            opening(ballot, contests, problems);
            return new Outcome(Optional.of(ballot), problems);
        } catch (MalformedException e) {
            problems.add(new Problem(Code.BALLOT_FORM, String.valueOf(e.getMessage())));
            return new Outcome(Optional.empty(), problems);
        }
    }

    private List<Contest> contestsOf(EncryptedBallot ballot) throws MalformedException {
        var style =
                election.style(ballot.ballotStyle())
                        .orElseThrow(() -> new MalformedException("unknown ballot style"));
        return election.contests().stream()
                .filter(c -> style.contestIds().contains(c.id()))
                .toList();
    }

    private static void requireForm(EncryptedBallot ballot, List<Contest> contests)
            throws MalformedException {
        if (!Hex.isHex(ballot.ballotId(), ID_BYTES)) {
            throw new MalformedException("ballotId is malformed");
        }
        if (!ids(ballot.contests(), ContestPart::contestId).equals(ids(contests, Contest::id))) {
            throw new MalformedException("not the contests of its style");
        }
        for (int i = 0; i < contests.size(); i++) {
            if (!ids(ballot.contests().get(i).selections(), Selection::candidateId)
                    .equals(ids(contests.get(i).candidates(), c -> c.id()))) {
                throw new MalformedException("not the candidates of " + contests.get(i).id());
            }
        }
        if ((ballot.state() == State.SPOILED) != (ballot.opening() != null)) {
            throw new MalformedException(
                    "opened without being spoiled, or spoiled without opening");
        }
    }

    private static <T> List<String> ids(List<T> parts, Function<T, String> id) {
        return parts.stream().map(id).toList();
    }

    /** H_I = H(H_E; 20, id_B). */
    private byte[] ballotHash(EncryptedBallot ballot) throws MalformedException {
        return HashInput.domain(0x20)
                .raw(new byte[ID_BYTES])
                .raw(Hex.parse(ballot.ballotId(), ID_BYTES))
                .hash(keys.extendedBaseHash());
    }

    private void hashes(EncryptedBallot ballot, List<Problem> problems) throws MalformedException {
        byte[] hash = ballotHash(ballot);
        HashInput code = HashInput.domain(0x29);
        for (ContestPart contest : ballot.contests()) {
            HashInput input = HashInput.domain(0x28).index(index(contest.contestId()));
            for (Selection selection : contest.selections()) {
                pair(input, selection.ciphertext());
            }
            byte[] contestHash = input.hash(hash);
            require(
                    problems,
                    Hex.of(contestHash).equals(contest.contestHash()),
                    Code.CONTEST_HASH,
                    "contest hash of " + contest.contestId());
            code.raw(contestHash);
        }
        byte[] device =
                HashInput.domain(0x2A)
                        .sized(ballot.terminal().getBytes(StandardCharsets.UTF_8))
                        .hash(keys.extendedBaseHash());
        require(
                problems,
                Hex.of(code.raw(new byte[4]).raw(device).hash(hash))
                        .equals(ballot.confirmationCode()),
                Code.CONFIRMATION_CODE,
                "the confirmation code differs from its recomputation");
    }

    private void proofs(EncryptedBallot ballot, List<Contest> contests, List<Problem> problems)
            throws MalformedException {
        byte[] hash = ballotHash(ballot);
        for (int i = 0; i < contests.size(); i++) {
            Contest contest = contests.get(i);
            int index = index(contest.id());
            List<Selection> selections = ballot.contests().get(i).selections();
            BigInteger alphas = BigInteger.ONE;
            BigInteger betas = BigInteger.ONE;
            for (int j = 0; j < selections.size(); j++) {
                Selection selection = selections.get(j);
                String where = contest.id() + "/" + selection.candidateId();
                BigInteger alpha = selection.ciphertext().alpha().value();
                BigInteger beta = selection.ciphertext().beta().value();
                require(
                        problems,
                        group.contains(alpha) && group.contains(beta),
                        Code.BALLOT_GROUP,
                        "the ciphertext of " + where + " is not in the group");
                HashInput statement = HashInput.domain(0x24).index(index).index(j + 1);
                require(
                        problems,
                        holds(statement, hash, alpha, beta, selection.proof(), 1),
                        Code.SELECTION_PROOF,
                        "the proof of " + where + " does not hold");
                alphas = group.multiply(alphas, alpha);
                betas = group.multiply(betas, beta);
            }
            RangeProof limit = ballot.contests().get(i).limitProof();
            HashInput statement = HashInput.domain(0x24).index(index);
            require(
                    problems,
                    holds(statement, hash, alphas, betas, limit, contest.votesAllowed()),
                    Code.LIMIT_PROOF,
                    "the limit proof of " + contest.id() + " does not hold");
        }
    }

    /** a(j) = g^v·α^c, b(j) = K^(v − j·c)·β^c; their hash must be the sum of the challenges. */
    private boolean holds(
            HashInput statement,
            byte[] key,
            BigInteger alpha,
            BigInteger beta,
            RangeProof proof,
            int limit) {
        if (proof.challenges().size() != limit + 1 || proof.responses().size() != limit + 1) {
            return false;
        }
        statement.element(alpha).element(beta);
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j <= limit; j++) {
            BigInteger c = proof.challenges().get(j).value();
            BigInteger v = proof.responses().get(j).value();
            BigInteger w = v.subtract(c.multiply(BigInteger.valueOf(j)));
            statement.element(group.multiply(group.powerOfG(v), group.power(alpha, c)));
            statement.element(group.multiply(keys.powerOfKey(w), group.power(beta, c)));
            sum = sum.add(c);
        }
        return statement.hashModQ(key).equals(sum.mod(group.q()));
    }

    private void opening(EncryptedBallot ballot, List<Contest> contests, List<Problem> problems)
            throws MalformedException {
        var opening = ballot.opening();
        if (opening == null) {
            return;
        }
        byte[] nonce = Hex.parse(opening.ballotNonce(), HASH_BYTES);
        byte[] hash = ballotHash(ballot);
        boolean formed =
                ids(opening.choices(), c -> c.contestId()).equals(ids(contests, Contest::id));
        for (int i = 0; formed && i < contests.size(); i++) {
            Contest contest = contests.get(i);
            List<String> chosen = opening.choices().get(i).candidateIds();
            List<String> inOrder =
                    ids(contest.candidates(), c -> c.id()).stream()
                            .filter(chosen::contains)
                            .toList();
            formed = inOrder.equals(chosen) && chosen.size() <= contest.votesAllowed();
            List<Selection> selections = ballot.contests().get(i).selections();
            for (int j = 0; formed && j < selections.size(); j++) {
                BigInteger xi =
                        HashInput.domain(0x21)
                                .index(index(contest.id()))
                                .index(j + 1)
                                .raw(nonce)
                                .hashModQ(hash);
                Selection selection = selections.get(j);
                int vote = chosen.contains(selection.candidateId()) ? 1 : 0;
                Ciphertext stated = selection.ciphertext();
                formed =
                        group.powerOfG(xi).equals(stated.alpha().value())
                                && keys.powerOfKey(xi.add(BigInteger.valueOf(vote)))
                                        .equals(stated.beta().value());
            }
        }
        require(
                problems,
                formed,
                Code.BALLOT_OPENING,
                "the opening of the spoiled ballot does not reproduce it");
    }

    private int index(String contestId) {
        return ids(election.contests(), Contest::id).indexOf(contestId) + 1;
    }

    private static void pair(HashInput input, Ciphertext ciphertext) {
        input.element(ciphertext.alpha().value()).element(ciphertext.beta().value());
    }

    private static void require(List<Problem> problems, boolean holds, Code code, String what) {
        if (!holds) {
            problems.add(new Problem(code, what));
        }
    }
}
