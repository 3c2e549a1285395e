package org.tamga.election.ballot;

import java.util.List;

/**
 * One contest on an encrypted ballot.
 *
 * @param contestId the contest
 * @param selections every candidate in the manifest's order
 * @param limitProof that the sum of the selections is 0…votesAllowed
 * @param contestHash χ, 64 lower-case hex characters (EG 3.4.1)
 */
public record EncryptedContest(
        String contestId,
        List<EncryptedSelection> selections,
        RangeProof limitProof,
        String contestHash) {
    public EncryptedContest {
        selections = List.copyOf(selections);
    }
}
