package org.tamga.election.ballot;

import java.util.List;

/**
 * A tally and the ballots that it is said to be the sum of.
 *
 * @param tally what a guardian is asked to decrypt
 * @param ballots whole ballot boxes; spoiled ballots are passed over
 */
public record TallyClaim(EncryptedTally tally, List<EncryptedBallot> ballots) {
    public TallyClaim {
        ballots = List.copyOf(ballots);
    }

    List<EncryptedBallot> cast() {
        return ballots.stream().filter(ballot -> ballot.state() == BallotState.CAST).toList();
    }
}
