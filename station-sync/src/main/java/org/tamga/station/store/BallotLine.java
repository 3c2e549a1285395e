package org.tamga.station.store;

import java.nio.charset.StandardCharsets;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.wire.CanonicalJson;

/**
 * A ballot as it lies in the box.
 *
 * @param id ballot id
 * @param cast whether it was cast; otherwise spoiled
 * @param line canonical JSON of the ballot
 */
record BallotLine(String id, boolean cast, String line) implements Comparable<BallotLine> {
    static BallotLine of(EncryptedBallot ballot) {
        return new BallotLine(
                ballot.ballotId(),
                ballot.state() == BallotState.CAST,
                new String(CanonicalJson.write(ballot), StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(BallotLine other) {
        return id.compareTo(other.id);
    }
}
