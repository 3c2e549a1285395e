package org.tamga.election.wire;

/** Signs what a terminal or the centre says. */
public interface Signer {
    /** Raw Ed25519 public key, 32 bytes. */
    byte[] publicKey();

    /** SHA-256 of the raw public key, lower-case hex. */
    String keyId();

    /**
     * Signs {@code "tamga/" + kind + "/1\n"} followed by the content.
     *
     * @param kind one of {@link SignedKind}
     */
    DetachedSignature sign(String kind, byte[] content);

    /**
     * Signs a note as it is (C2SP signed-note), without a kind, so that other programs can verify
     * it.
     *
     * @param text must not begin with {@code tamga/}, as everything signed by {@link #sign} does
     * @return 64 bytes
     * @throws IllegalArgumentException if it does
     */
    byte[] signNote(byte[] text);
}
