package org.tamga.election.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * The product of cast ballots, candidate by candidate (EG 3.5).
 *
 * @param tallyId what is tallied, e.g. a station's id
 * @param ballots number of cast ballots in it
 * @param contests every contest of the manifest, in order
 */
public record EncryptedTally(String tallyId, int ballots, List<TallyContest> contests) {
    public EncryptedTally {
        contests = List.copyOf(contests);
    }

    /**
     * A contest of a tally.
     *
     * @param contestId the contest
     * @param ballots number of ballots with this contest
     * @param selections every candidate, in order
     */
    public record TallyContest(String contestId, int ballots, List<TallySelection> selections) {
        public TallyContest {
            selections = List.copyOf(selections);
        }

        TallyContest times(int moreBallots, List<Ciphertext> factors) {
            List<TallySelection> products = new ArrayList<>();
            for (int i = 0; i < selections.size(); i++) {
                TallySelection selection = selections.get(i);
                products.add(
                        new TallySelection(
                                selection.candidateId(),
                                Ciphertext.product(
                                        List.of(selection.ciphertext(), factors.get(i)))));
            }
            return new TallyContest(contestId, ballots + moreBallots, products);
        }

        List<Ciphertext> ciphertexts() {
            return selections.stream().map(TallySelection::ciphertext).toList();
        }

        List<String> candidateIds() {
            return selections.stream().map(TallySelection::candidateId).toList();
        }
    }

    /**
     * A candidate of a tally.
     *
     * @param candidateId the candidate
     * @param ciphertext (A, B), the product of the ballots' ciphertexts; (1, 1) without ballots
     */
    public record TallySelection(String candidateId, Ciphertext ciphertext) {}

    /** The tally of no ballots. */
    public static EncryptedTally empty(Manifest manifest, String tallyId) {
        List<TallyContest> contests =
                manifest.contests().stream()
                        .map(
                                contest ->
                                        new TallyContest(
                                                contest.id(),
                                                0,
                                                contest.candidateIds().stream()
                                                        .map(EncryptedTally::none)
                                                        .toList()))
                        .toList();
        return new EncryptedTally(tallyId, 0, contests);
    }

    private static TallySelection none(String candidateId) {
        return new TallySelection(candidateId, Ciphertext.product(List.of()));
    }

    /**
     * This tally and one more ballot, which must have passed {@link BallotCheck}.
     *
     * @throws IllegalArgumentException if the ballot is not CAST or does not fit the manifest
     */
    public EncryptedTally add(EncryptedBallot ballot) {
        if (ballot.state() != BallotState.CAST) {
            throw new IllegalArgumentException("only cast ballots are counted");
        }
        List<TallyContest> sums = new ArrayList<>(contests);
        for (EncryptedContest contest : ballot.contests()) {
            List<String> candidates =
                    contest.selections().stream().map(EncryptedSelection::candidateId).toList();
            int place = indexOf(contest.contestId());
            if (!sums.get(place).candidateIds().equals(candidates)) {
                throw new IllegalArgumentException("other candidates in " + contest.contestId());
            }
            List<Ciphertext> factors =
                    contest.selections().stream().map(EncryptedSelection::ciphertext).toList();
            sums.set(place, sums.get(place).times(1, factors));
        }
        return new EncryptedTally(tallyId, ballots + 1, sums);
    }

    /**
     * Two tallies as one, so that a station with few ballots is never decrypted alone.
     *
     * @param mergedId id of the result
     * @throws IllegalArgumentException if the other has other contests or candidates
     */
    public EncryptedTally merge(EncryptedTally other, String mergedId) {
        List<TallyContest> sums = new ArrayList<>();
        for (int i = 0; i < contests.size(); i++) {
            TallyContest mine = contests.get(i);
            TallyContest others = other.contests.get(i);
            if (!mine.contestId().equals(others.contestId())
                    || !mine.candidateIds().equals(others.candidateIds())) {
                throw new IllegalArgumentException("the tallies are of different manifests");
            }
            sums.add(mine.times(others.ballots(), others.ciphertexts()));
        }
        return new EncryptedTally(mergedId, ballots + other.ballots, sums);
    }

    /** Whether contests and candidates are those of the manifest, in its order. */
    boolean fits(Manifest manifest) {
        if (contests.size() != manifest.contests().size()) {
            return false;
        }
        for (int i = 0; i < contests.size(); i++) {
            Manifest.ManifestContest contest = manifest.contests().get(i);
            if (!contests.get(i).contestId().equals(contest.id())
                    || !contests.get(i).candidateIds().equals(contest.candidateIds())) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(String contestId) {
        for (int i = 0; i < contests.size(); i++) {
            if (contests.get(i).contestId().equals(contestId)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no contest " + contestId);
    }
}
