package org.tamga.election.wire;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032) with the key in memory. */
public final class Ed25519Signer implements Signer {
    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;
    private final String keyId;

    private Ed25519Signer(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.publicKey = key.generatePublicKey().getEncoded();
        this.keyId = Digests.sha256Hex(publicKey);
    }

    /** A signer with a new random key. */
    public static Ed25519Signer generate() {
        return new Ed25519Signer(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    /**
     * A signer with a given key.
     *
     * @throws IllegalArgumentException if the key is not Ed25519 or does not belong to the public
     *     key
     */
    public static Ed25519Signer of(PrivateKey privateKey, byte[] rawPublic) {
        byte[] seed = RawKeys.secret(privateKey);
        Ed25519Signer signer = new Ed25519Signer(new Ed25519PrivateKeyParameters(seed));
        Arrays.fill(seed, (byte) 0);
        if (!Arrays.equals(signer.publicKey, rawPublic)) {
            throw new IllegalArgumentException("private and public key do not belong together");
        }
        return signer;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public DetachedSignature sign(String kind, byte[] content) {
        byte[] signature = signature(DetachedSignature.message(kind, content));
        return new DetachedSignature(
                DetachedSignature.ED25519, keyId, Hex.of(publicKey), Hex.of(signature));
    }

    @Override
    public byte[] signNote(byte[] text) {
        if (SignedKind.isPrefixed(text)) {
            throw new IllegalArgumentException("a note must not look like a signed thing of ours");
        }
        return signature(text);
    }

    private byte[] signature(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + keyId + "]";
    }
}
