package org.tamga.election.ballot;

import java.util.List;

/**
 * What a challenged ballot held: anyone encrypts again with the nonce and compares (EG 3.4.4).
 *
 * @param ballotNonce ξ(B), 64 lower-case hex characters; every other nonce follows from it
 * @param choices for each contest of the ballot, in order
 */
public record BallotOpening(String ballotNonce, List<Choice> choices) {
    public BallotOpening {
        choices = List.copyOf(choices);
    }

    /**
     * The choice in one contest.
     *
     * @param contestId the contest
     * @param candidateIds the chosen ones, in the manifest's order; empty if blank
     */
    public record Choice(String contestId, List<String> candidateIds) {
        public Choice {
            candidateIds = List.copyOf(candidateIds);
        }
    }
}
