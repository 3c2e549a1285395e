package org.tamga.election.wire;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A signature beside what it signs; as canonical JSON the content of a {@code .sig} file.
 *
 * @param algorithm always {@code Ed25519}
 * @param keyId SHA-256 of the raw public key, lower-case hex
 * @param publicKey raw public key, lower-case hex of 32 bytes; says who claims to sign, trust comes
 *     from elsewhere
 * @param signature lower-case hex of 64 bytes
 */
public record DetachedSignature(
        String algorithm, String keyId, String publicKey, String signature) {
    static final String ED25519 = "Ed25519";

    /**
     * @throws IllegalArgumentException if a part has another form than described
     */
    public DetachedSignature {
        if (!ED25519.equals(algorithm)) {
            throw new IllegalArgumentException("the algorithm of a signature is Ed25519");
        }
        if (!Hex.isBytes(publicKey, 32) || !Hex.isBytes(signature, 64)) {
            throw new IllegalArgumentException(
                    "a public key has 32 bytes, a signature 64, in lower-case hex");
        }
        if (!Digests.sha256Hex(Hex.parse(publicKey)).equals(keyId)) {
            throw new IllegalArgumentException("the key id is the SHA-256 of the public key");
        }
    }

    /**
     * A signature of which only the bytes travelled, as in the journal.
     *
     * @param publicKey raw Ed25519 key
     * @param signature lower-case hex of 64 bytes
     */
    public static DetachedSignature ed25519(byte[] publicKey, String signature) {
        return new DetachedSignature(
                ED25519, Digests.sha256Hex(publicKey), Hex.of(publicKey), signature);
    }

    /** Reads the content of a {@code .sig} file. */
    public static DetachedSignature parse(byte[] json) throws WireFormatException {
        return CanonicalJson.read(json, DetachedSignature.class);
    }

    /** The content of the {@code .sig} file. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }

    /**
     * Whether the owner of the trusted key signed this content as this kind of thing.
     *
     * @param trustedPublicKey raw Ed25519 public key, 32 bytes
     */
    public boolean verifies(String kind, byte[] content, byte[] trustedPublicKey) {
        byte[] claimed = Hex.parse(publicKey);
        if (!Arrays.equals(claimed, trustedPublicKey)) {
            return false;
        }
        byte[] message = message(kind, content);
        return Ed25519.verify(Hex.parse(signature), 0, claimed, 0, message, 0, message.length);
    }

    static byte[] message(String kind, byte[] content) {
        byte[] prefix = SignedKind.prefix(kind);
        byte[] message = Arrays.copyOf(prefix, prefix.length + content.length);
        System.arraycopy(content, 0, message, prefix.length, content.length);
        return message;
    }
}
