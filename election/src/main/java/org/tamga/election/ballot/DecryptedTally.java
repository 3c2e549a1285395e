package org.tamga.election.ballot;

import java.util.List;

/**
 * Counts with all that is needed to check them: the encrypted tally and the shares of k guardians.
 *
 * @param encrypted what was decrypted
 * @param shares of exactly k guardians, by index
 * @param contests the counts, in the order of the manifest
 */
public record DecryptedTally(
        EncryptedTally encrypted, List<TallyShare> shares, List<ContestCount> contests) {
    public DecryptedTally {
        shares = List.copyOf(shares);
        contests = List.copyOf(contests);
    }

    /**
     * A contest.
     *
     * @param contestId the contest
     * @param selections every candidate, in order
     */
    public record ContestCount(String contestId, List<SelectionCount> selections) {
        public ContestCount {
            selections = List.copyOf(selections);
        }
    }

    /**
     * A candidate.
     *
     * @param candidateId the candidate
     * @param votes 0…ballots
     */
    public record SelectionCount(String candidateId, int votes) {}
}
