package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tamga.election.ballot.DecryptedTally.ContestCount;
import org.tamga.election.ballot.DecryptedTally.SelectionCount;
import org.tamga.election.ballot.EncryptedTally.TallyContest;
import org.tamga.election.ballot.EncryptedTally.TallySelection;
import org.tamga.election.ballot.TallyShare.SelectionShare;

/** Combines partial decryptions and checks decrypted tallies (EG 3.6, verifications 9 and 10). */
public final class TallyDecryption {
    private final Group group = Group.STANDARD;
    private final BallotKeys keys;
    private final Manifest manifest;

    /**
     * @param keys checked by {@link KeyCeremony#check}
     */
    public TallyDecryption(BallotKeys keys, Manifest manifest) {
        this.keys = keys;
        this.manifest = manifest;
    }

    /** Checks every proof and combines the shares of exactly k guardians. */
    public TallyCombination combine(EncryptedTally tally, List<TallyShare> shares) {
        List<Problem> problems = new ArrayList<>(checkShares(tally, shares));
        if (!problems.isEmpty()) {
            return new TallyCombination.Refused(problems);
        }
        List<ContestCount> counts = new ArrayList<>();
        DiscreteLogs logs = new DiscreteLogs(keys.jointKey().value(), tally.ballots());
        for (int i = 0; i < tally.contests().size(); i++) {
            TallyContest contest = tally.contests().get(i);
            List<SelectionCount> selections = new ArrayList<>();
            for (int j = 0; j < contest.selections().size(); j++) {
                TallySelection selection = contest.selections().get(j);
                OptionalInt votes = logs.of(powerOfVotes(selection, shares, i, j));
                if (votes.isEmpty() || votes.getAsInt() > contest.ballots()) {
                    problems.add(new Problem(ProblemCode.TALLY_RANGE, where(contest, selection)));
                } else {
                    selections.add(new SelectionCount(selection.candidateId(), votes.getAsInt()));
                }
            }
            counts.add(new ContestCount(contest.contestId(), selections));
        }
        return problems.isEmpty()
                ? new TallyCombination.Combined(new DecryptedTally(tally, shares, counts))
                : new TallyCombination.Refused(problems);
    }

    /** Checks proofs and counts of a decrypted tally; empty if all hold. */
    public List<Problem> verify(DecryptedTally tally) {
        return switch (combine(tally.encrypted(), tally.shares())) {
            case TallyCombination.Refused refused -> refused.problems();
            case TallyCombination.Combined again ->
                    again.tally().contests().equals(tally.contests())
                            ? List.of()
                            : List.of(new Problem(ProblemCode.TALLY_VALUE, "contests"));
        };
    }

    /** Whether a tally is the product of exactly these ballots; spoiled ones are passed over. */
    public List<Problem> verifyAggregate(EncryptedTally tally, Iterable<EncryptedBallot> ballots) {
        EncryptedTally again = EncryptedTally.empty(manifest, tally.tallyId());
        for (EncryptedBallot ballot : ballots) {
            again = ballot.state() == BallotState.CAST ? again.add(ballot) : again;
        }
        return again.equals(tally)
                ? List.of()
                : List.of(new Problem(ProblemCode.TALLY_AGGREGATE, tally.tallyId()));
    }

    private List<Problem> checkShares(EncryptedTally tally, List<TallyShare> shares) {
        if (!tally.fits(manifest)) {
            return List.of(new Problem(ProblemCode.TALLY_FORM, "encrypted"));
        }
        List<Integer> guardians = shares.stream().map(TallyShare::guardian).toList();
        boolean ascending = guardians.stream().sorted().distinct().toList().equals(guardians);
        if (guardians.size() != keys.threshold()
                || !ascending
                || guardians.getFirst() < 1
                || guardians.getLast() > keys.guardians()) {
            return List.of(new Problem(ProblemCode.TALLY_GUARDIANS, "shares"));
        }
        List<Problem> problems = new ArrayList<>();
        shares.forEach(share -> checkShare(tally, share, problems));
        return problems;
    }

    private void checkShare(EncryptedTally tally, TallyShare share, List<Problem> problems) {
        String whose = "shares[" + share.guardian() + "]";
        if (!share.fits(tally)) {
            problems.add(new Problem(ProblemCode.TALLY_FORM, whose));
            return;
        }
        PartialDecryption decryption = new PartialDecryption(keys, share.guardian());
        for (int i = 0; i < tally.contests().size(); i++) {
            TallyContest contest = tally.contests().get(i);
            for (int j = 0; j < contest.selections().size(); j++) {
                TallySelection selection = contest.selections().get(j);
                SelectionShare part = share.contests().get(i).selections().get(j);
                if (!decryption.holds(i + 1, j + 1, selection, part)) {
                    problems.add(
                            new Problem(
                                    ProblemCode.TALLY_PROOF,
                                    whose + "." + where(contest, selection)));
                }
            }
        }
    }

    /** K^t = B / ∏ M(i)^w(i) (equations 82 and 86). */
    private BigInteger powerOfVotes(
            TallySelection selection, List<TallyShare> shares, int contest, int option) {
        List<Integer> guardians = shares.stream().map(TallyShare::guardian).toList();
        BigInteger mask = BigInteger.ONE;
        for (TallyShare share : shares) {
            BigInteger partial =
                    share.contests().get(contest).selections().get(option).partial().value();
            BigInteger weight = Shares.lagrange(share.guardian(), guardians);
            mask = group.multiply(mask, group.power(partial, weight));
        }
        return group.multiply(selection.ciphertext().beta().value(), group.inverse(mask));
    }

    private static String where(TallyContest contest, TallySelection selection) {
        return "contests[" + contest.contestId() + "].selections[" + selection.candidateId() + "]";
    }
}
