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
}
