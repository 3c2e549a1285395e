package org.tamga.election.wire;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Raw 32-byte forms (RFC 7748, RFC 8032) of keys that Java holds as PKCS#8 and X.509. */
public final class RawKeys {
    private RawKeys() {}

    /**
     * The raw public key.
     *
     * @throws IllegalArgumentException if the key is neither Ed25519 nor X25519
     */
    public static byte[] of(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        try {
            AsymmetricKeyParameter parameter = PublicKeyFactory.createKey(info);
            return switch (parameter) {
                case Ed25519PublicKeyParameters ed -> ed.getEncoded();
                case X25519PublicKeyParameters x -> x.getEncoded();
                default -> throw new IllegalArgumentException("neither Ed25519 nor X25519");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("not a public key", e);
        }
    }

    /**
     * The raw secret: the seed of an Ed25519 key, the scalar of an X25519 key.
     *
     * @throws IllegalArgumentException if the key is neither, or does not show itself
     */
    public static byte[] secret(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("the key does not leave its token");
        }
        try {
            AsymmetricKeyParameter parameter = PrivateKeyFactory.createKey(encoded);
            return switch (parameter) {
                case Ed25519PrivateKeyParameters ed -> ed.getEncoded();
                case X25519PrivateKeyParameters x -> x.getEncoded();
                default -> throw new IllegalArgumentException("neither Ed25519 nor X25519");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private key");
        }
    }
}
