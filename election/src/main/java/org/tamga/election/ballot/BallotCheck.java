package org.tamga.election.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tamga.election.ballot.ElectionContext.IndexedContest;
import org.tamga.election.wire.Hex;

/**
 * Checks ballots in full (EG 3.3.5 to 3.4.2, verifications 5 to 8). Trusts the keys: check them
 * first with {@link KeyCeremony#check}. The terminal's signature is checked by {@link
 * BallotSignatures}. Thread-safe.
 */
public final class BallotCheck {
    private static final int BALLOT_ID_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Group group = Group.STANDARD;
    private final ElectionContext election;
    private final RangeProofs proofs;
    private final OpeningCheck openings;

    public BallotCheck(BallotKeys keys, Manifest manifest) {
        election = new ElectionContext(keys, manifest);
        proofs = new RangeProofs(election.powersOfKey());
        openings = new OpeningCheck(election.powersOfKey());
    }

    /** Form, group membership, every proof, hashes, code and opening; empty if all hold. */
    public List<Problem> verify(EncryptedBallot ballot) {
        if (!Hex.isBytes(ballot.ballotId(), BALLOT_ID_BYTES)) {
            return List.of(new Problem(ProblemCode.BALLOT_ID, "ballotId"));
        }
        List<IndexedContest> places = election.contestsOf(ballot.ballotStyle()).orElse(List.of());
        if (!hasForm(ballot, places)) {
            return List.of(new Problem(ProblemCode.BALLOT_FORM, "contests"));
        }
        BallotHashes hashes = new BallotHashes(election.extendedBaseHash(), ballot.ballotId());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            verify(places.get(i), ballot.contests().get(i), hashes, problems);
        }
        byte[] device = BaseHashes.device(election.extendedBaseHash(), ballot.terminal());
        if (!hashes.confirmationCode(ballot.contests(), device).equals(ballot.confirmationCode())) {
            problems.add(new Problem(ProblemCode.CONFIRMATION_CODE, "confirmationCode"));
        }
        openings.verify(ballot, places, hashes, problems);
        return problems;
    }

    private void verify(
            IndexedContest place,
            EncryptedContest contest,
            BallotHashes hashes,
            List<Problem> problems) {
        String where = "contests[" + contest.contestId() + "]";
        int option = 0;
        for (EncryptedSelection selection : contest.selections()) {
            option++;
            String there = where + ".selections[" + selection.candidateId() + "]";
            Ciphertext ciphertext = selection.ciphertext();
            if (!group.contains(ciphertext)) {
                problems.add(new Problem(ProblemCode.CIPHERTEXT_NOT_IN_GROUP, there));
            } else if (!proofs.holds(
                    hashes.selectionStatement(place.index(), option, ciphertext),
                    hashes.key(),
                    ciphertext,
                    selection.proof(),
                    1)) {
                problems.add(new Problem(ProblemCode.SELECTION_PROOF, there));
            }
        }
        Ciphertext sum = BallotHashes.product(contest.selections());
        if (!proofs.holds(
                hashes.limitStatement(place.index(), sum),
                hashes.key(),
                sum,
                contest.limitProof(),
                place.contest().votesAllowed())) {
            problems.add(new Problem(ProblemCode.LIMIT_PROOF, where));
        }
        if (!hashes.contestHash(place.index(), contest.selections())
                .equals(contest.contestHash())) {
            problems.add(new Problem(ProblemCode.CONTEST_HASH, where));
        }
    }

    private static boolean hasForm(EncryptedBallot ballot, List<IndexedContest> places) {
        if (places.isEmpty() || places.size() != ballot.contests().size()) {
            return false;
        }
        for (int i = 0; i < places.size(); i++) {
            EncryptedContest contest = ballot.contests().get(i);
            List<String> candidates =
                    contest.selections().stream().map(EncryptedSelection::candidateId).toList();
            if (!places.get(i).contest().id().equals(contest.contestId())
                    || !places.get(i).contest().candidateIds().equals(candidates)
                    || !Hex.isBytes(contest.contestHash(), HASH_BYTES)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Ballots whose identifier or confirmation code occurred before (verification 8.C); empty if
     * none.
     */
    public static List<Problem> duplicates(Iterable<EncryptedBallot> ballots) {
        Set<String> identifiers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (EncryptedBallot ballot : ballots) {
            boolean newIdentifier = identifiers.add(ballot.ballotId());
            boolean newCode = codes.add(ballot.confirmationCode());
            if (!newIdentifier || !newCode) {
                problems.add(new Problem(ProblemCode.BALLOT_DUPLICATE, ballot.ballotId()));
            }
        }
        return problems;
    }
}
