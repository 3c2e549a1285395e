package org.tamga.verifier.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tamga.verifier.arithmetic.Group;
import org.tamga.verifier.arithmetic.HashInput;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.format.DecryptedTally;
import org.tamga.verifier.format.DecryptedTally.ContestCount;
import org.tamga.verifier.format.DecryptedTally.ContestShare;
import org.tamga.verifier.format.DecryptedTally.ContestSum;
import org.tamga.verifier.format.DecryptedTally.EncryptedTally;
import org.tamga.verifier.format.DecryptedTally.SelectionCount;
import org.tamga.verifier.format.DecryptedTally.SelectionShare;
import org.tamga.verifier.format.DecryptedTally.SelectionSum;
import org.tamga.verifier.format.DecryptedTally.Share;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Candidate;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.format.EncryptedBallot;
import org.tamga.verifier.format.EncryptedBallot.Ciphertext;
import org.tamga.verifier.format.EncryptedBallot.State;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** The tally (EG verifications 9 and 10): sums, guardians' proofs, counts. */
public final class TallyCheck {
    private static final String NAME = "results/tally.json";

    private final Group group = Group.STANDARD;
    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;
    private final ElectionKeys keys;

    public TallyCheck(RecordFolder folder, ElectionPackage election, ElectionKeys keys) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
        this.keys = keys;
    }

    /**
     * Checks the tallies; gives those whose form is right.
     *
     * @param ballots by station id
     */
    public List<DecryptedTally> run(Ed25519Key centre, Map<String, List<EncryptedBallot>> ballots) {
        centre.checkFile(folder, NAME, "tally");
        List<EncryptedBallot> all = ballots.values().stream().flatMap(List::stream).toList();
        List<DecryptedTally> sound = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        for (DecryptedTally tally :
                folder.read(NAME, DecryptedTally[].class).map(List::of).orElse(List.of())) {
            String id = tally.encrypted().tallyId();
            List<EncryptedBallot> cast = new ArrayList<>();
            for (String station : id.split("\\+", -1)) {
                require(
                        election.station(station).isPresent() && counted.add(station),
                        Code.TALLY_STATIONS,
                        "station " + station + " is unknown or tallied twice");
                ballots.getOrDefault(station, List.of()).stream()
                        .filter(ballot -> ballot.state() == State.CAST)
                        .forEach(cast::add);
            }
            size(id, cast, all);
            require(
                    tally.encrypted().equals(sum(id, cast)),
                    Code.TALLY_AGGREGATE,
                    "tally " + id + " is not the sum of the cast ballots");
            if (hasForm(tally)) {
                shares(tally);
                counts(tally);
                sound.add(tally);
            }
            findings.checked("tallies", 1);
        }
        ballots.forEach(
                (station, box) ->
                        require(
                                counted.contains(station)
                                        || box.stream().noneMatch(b -> b.state() == State.CAST),
                                Code.TALLY_STATIONS,
                                "the ballots of station " + station + " are in no tally"));
        return sound;
    }

    /** No contest is decrypted over fewer ballots than agreed, unless there are no more of it. */
    private void size(String id, List<EncryptedBallot> cast, List<EncryptedBallot> all) {
        int fewest = election.policies().mergeBallotsBelow();
        for (Contest contest : election.contests()) {
            long here = votedOn(contest, cast);
            require(
                    here == 0 || here >= fewest || here == votedOn(contest, all),
                    Code.TALLY_FEW_BALLOTS,
                    "tally %s decrypts %s over %d ballots, fewer than %d"
                            .formatted(id, contest.id(), here, fewest));
        }
    }

    private static long votedOn(Contest contest, List<EncryptedBallot> ballots) {
        return ballots.stream()
                .filter(ballot -> ballot.state() == State.CAST)
                .flatMap(ballot -> ballot.contests().stream())
                .filter(part -> part.contestId().equals(contest.id()))
                .count();
    }

    private EncryptedTally sum(String id, List<EncryptedBallot> cast) {
        List<ContestSum> contests = new ArrayList<>();
        for (Contest contest : election.contests()) {
            var parts =
                    cast.stream()
                            .flatMap(ballot -> ballot.contests().stream())
                            .filter(part -> part.contestId().equals(contest.id()))
                            .toList();
            List<SelectionSum> selections = new ArrayList<>();
            for (int j = 0; j < contest.candidates().size(); j++) {
                BigInteger alpha = BigInteger.ONE;
                BigInteger beta = BigInteger.ONE;
                for (var part : parts) {
                    Ciphertext ciphertext = part.selections().get(j).ciphertext();
                    alpha = group.multiply(alpha, ciphertext.alpha().value());
                    beta = group.multiply(beta, ciphertext.beta().value());
                }
                selections.add(
                        new SelectionSum(
                                contest.candidates().get(j).id(),
                                new Ciphertext(new ModP(alpha), new ModP(beta))));
            }
            contests.add(new ContestSum(contest.id(), parts.size(), selections));
        }
        return new EncryptedTally(id, cast.size(), contests);
    }

    private boolean hasForm(DecryptedTally tally) {
        String id = tally.encrypted().tallyId();
        var expected = names(election.contests(), Contest::id, Contest::candidates, Candidate::id);
        List<Integer> guardians = tally.shares().stream().map(Share::guardian).toList();
        boolean formed =
                expected.equals(
                                names(
                                        tally.encrypted().contests(),
                                        ContestSum::contestId,
                                        ContestSum::selections,
                                        SelectionSum::candidateId))
                        && expected.equals(
                                names(
                                        tally.contests(),
                                        ContestCount::contestId,
                                        ContestCount::selections,
                                        SelectionCount::candidateId))
                        && tally.shares().stream().allMatch(share -> hasForm(share, id, expected))
                        && guardians.size() == keys.threshold()
                        && guardians.stream().sorted().distinct().toList().equals(guardians)
                        && guardians.stream().allMatch(i -> i >= 1 && i <= keys.guardians());
        return require(
                formed,
                Code.TALLY_FORM,
                "tally " + id + " has not the contests, candidates or guardians it must have");
    }

    private static boolean hasForm(Share share, String id, List<List<String>> expected) {
        return share.tallyId().equals(id)
                && expected.equals(
                        names(
                                share.contests(),
                                ContestShare::contestId,
                                ContestShare::selections,
                                SelectionShare::candidateId));
    }

    /** For each contest its id and those of its candidates. */
    private static <C, S> List<List<String>> names(
            List<C> contests,
            Function<C, String> contestId,
            Function<C, List<S>> selections,
            Function<S, String> candidateId) {
        return contests.stream()
                .map(
                        contest ->
                                Stream.concat(
                                                Stream.of(contestId.apply(contest)),
                                                selections.apply(contest).stream().map(candidateId))
                                        .toList())
                .toList();
    }

    private void shares(DecryptedTally tally) {
        for (Share share : tally.shares()) {
            BigInteger z = keys.shareCommitment(share.guardian());
            for (int i = 0; i < tally.encrypted().contests().size(); i++) {
                ContestSum contest = tally.encrypted().contests().get(i);
                for (int j = 0; j < contest.selections().size(); j++) {
                    SelectionSum sum = contest.selections().get(j);
                    SelectionShare part = share.contests().get(i).selections().get(j);
                    require(
                            holds(i + 1, j + 1, share.guardian(), z, sum.ciphertext(), part),
                            Code.TALLY_PROOF,
                            "tally %s: the proof of guardian %d for %s/%s does not hold"
                                    .formatted(
                                            tally.encrypted().tallyId(),
                                            share.guardian(),
                                            contest.contestId(),
                                            sum.candidateId()));
                    findings.checked("guardians' decryption proofs", 1);
                }
            }
        }
    }

    private boolean holds(
            int contest,
            int option,
            int guardian,
            BigInteger z,
            Ciphertext sum,
            SelectionShare part) {
        BigInteger alpha = sum.alpha().value();
        BigInteger beta = sum.beta().value();
        BigInteger partial = part.partial().value();
        BigInteger c = part.proof().challenge().value();
        BigInteger v = part.proof().response().value();
        if (!group.contains(partial) || !group.contains(alpha) || !group.contains(beta)) {
            return false;
        }
        return HashInput.domain(0x30)
                .index(contest)
                .index(option)
                .index(guardian)
                .element(z)
                .element(alpha)
                .element(beta)
                .element(group.multiply(group.powerOfG(v), group.power(z, c)))
                .element(group.multiply(group.power(alpha, v), group.power(partial, c)))
                .element(partial)
                .hashModQ(keys.extendedBaseHash())
                .equals(c);
    }

    /** B = M·K^t, and t within the number of ballots. */
    private void counts(DecryptedTally tally) {
        List<Integer> guardians = tally.shares().stream().map(Share::guardian).toList();
        for (int i = 0; i < tally.contests().size(); i++) {
            ContestSum contest = tally.encrypted().contests().get(i);
            for (int j = 0; j < contest.selections().size(); j++) {
                BigInteger m = BigInteger.ONE;
                for (Share share : tally.shares()) {
                    BigInteger partial =
                            share.contests().get(i).selections().get(j).partial().value();
                    m =
                            group.multiply(
                                    m, group.power(partial, lagrange(share.guardian(), guardians)));
                }
                int votes = tally.contests().get(i).selections().get(j).votes();
                BigInteger again =
                        group.multiply(m, keys.powerOfKey(BigInteger.valueOf(Math.max(votes, 0))));
                require(
                        votes >= 0
                                && votes <= contest.ballots()
                                && again.equals(
                                        contest.selections().get(j).ciphertext().beta().value()),
                        Code.TALLY_COUNT,
                        "tally %s: %d votes for %s/%s are not what the guardians decrypted"
                                .formatted(
                                        tally.encrypted().tallyId(),
                                        votes,
                                        contest.contestId(),
                                        contest.selections().get(j).candidateId()));
                findings.checked("decrypted counts", 1);
            }
        }
    }

    /** w(i) = ∏ l/(l − i) over the other guardians (EG eq. 85). */
    private BigInteger lagrange(int guardian, List<Integer> all) {
        BigInteger weight = BigInteger.ONE;
        for (int other : all) {
            if (other != guardian) {
                BigInteger difference = BigInteger.valueOf(other - guardian).mod(group.q());
                weight =
                        weight.multiply(BigInteger.valueOf(other))
                                .multiply(difference.modInverse(group.q()))
                                .mod(group.q());
            }
        }
        return weight;
    }

    private boolean require(boolean holds, Code code, String what) {
        return findings.require(holds, code, NAME, what);
    }
}
