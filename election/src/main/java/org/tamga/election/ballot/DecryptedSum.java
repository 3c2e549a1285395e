package org.tamga.election.ballot;

import java.util.List;

/**
 * What a guardian remembers of a tally that it decrypted.
 *
 * @param tally SHA-256 of the tally's canonical JSON, lower-case hex
 * @param ballots identifiers of the cast ballots in it, sorted
 */
public record DecryptedSum(String tally, List<String> ballots) {
    public DecryptedSum {
        ballots = List.copyOf(ballots);
    }
}
