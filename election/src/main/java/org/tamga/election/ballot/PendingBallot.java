package org.tamga.election.ballot;

/**
 * An encrypted ballot on which the voter has not decided: it shows its confirmation code, then is
 * either cast (the nonces are destroyed) or challenged (they are published and the ballot is
 * spoiled, EG 3.4.4). Closing it undecided destroys the nonces.
 */
public final class PendingBallot implements AutoCloseable {
    PendingBallot() {}

    /** The code printed for the voter before the decision: 64 lower-case hex characters. */
    public String confirmationCode() {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * Casts. The caller signs with {@code BallotSignatures}.
     *
     * @throws IllegalStateException if decided or closed
     */
    public EncryptedBallot cast() {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * Spoils and opens.
     *
     * @throws IllegalStateException if decided or closed
     */
    public EncryptedBallot challenge() {
        throw new UnsupportedOperationException("next increment");
    }

    @Override
    public void close() {}
}
