package org.tamga.election.ballot;

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
    }

    /**
     * A candidate of a tally.
     *
     * @param candidateId the candidate
     * @param ciphertext product of the ballots' ciphertexts; (1, 1) without ballots
     */
    public record TallySelection(String candidateId, Ciphertext ciphertext) {}

    /** The tally of no ballots. */
    public static EncryptedTally empty(Manifest manifest, String tallyId) {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * This tally and one more ballot.
     *
     * @throws IllegalArgumentException if the ballot is not CAST or does not fit the manifest
     */
    public EncryptedTally add(EncryptedBallot ballot) {
        throw new UnsupportedOperationException("next increment");
    }
}
