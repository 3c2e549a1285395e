package org.tamga.election.ballot;

import java.util.List;

/** Checks ballots in full (EG 3.3.5, 3.4; verifications 5 to 8). Thread-safe. */
public final class BallotCheck {
    public BallotCheck(BallotKeys keys, Manifest manifest) {}

    /** Form, group membership, every proof, hashes, code and opening; empty if all hold. */
    public List<Problem> verify(EncryptedBallot ballot) {
        throw new UnsupportedOperationException("next increment");
    }
}
