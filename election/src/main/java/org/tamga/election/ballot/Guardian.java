package org.tamga.election.ballot;

import java.security.SecureRandom;

/**
 * A guardian with its secrets: holds a polynomial of degree k − 1, gives every other guardian a
 * value of it, and later decrypts tallies with the sum of the values it received (EG 3.2, 3.6). One
 * process holds one guardian; everything that passes between guardians is a file.
 */
public final class Guardian implements AutoCloseable {
    private Guardian() {}

    /**
     * A new guardian with fresh secrets.
     *
     * @param index 1…n
     * @param guardians n
     * @param threshold k ≤ n
     */
    public static Guardian create(int index, int guardians, int threshold, SecureRandom random) {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * A guardian from what {@link #secretState} gave.
     *
     * @throws IllegalArgumentException if the bytes are not that
     */
    public static Guardian restore(byte[] secretState) {
        throw new UnsupportedOperationException("next increment");
    }

    /** All secrets, to be sealed by the caller and wiped by it; received shares are part of it. */
    public byte[] secretState() {
        throw new UnsupportedOperationException("next increment");
    }

    /** What the guardian publishes. */
    public GuardianPublicKey publicKey() {
        throw new UnsupportedOperationException("next increment");
    }

    /** The share for another guardian, encrypted to it. */
    public EncryptedShare shareFor(GuardianPublicKey receiver, SecureRandom random) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Opens, checks against the sender's commitments and keeps a share. */
    public ShareReceipt receive(GuardianPublicKey sender, EncryptedShare share) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Whether the shares of all n − 1 others are here. */
    public boolean isComplete() {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * The guardian's partial decryption, with proofs.
     *
     * @throws IllegalStateException unless {@link #isComplete}
     */
    public TallyShare decryptShare(EncryptedTally tally, BallotKeys keys, SecureRandom random) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Forgets the secrets. */
    @Override
    public void close() {}
}
