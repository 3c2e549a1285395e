package org.tamga.central.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Fresh key pairs of the kinds the election uses. */
final class KeyPairs {
    private KeyPairs() {}

    /** EC P-256: TLS and officials' signatures, which PDF readers know. */
    static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Ed25519: everything that terminals and the centre sign. */
    static KeyPair ed25519() {
        return named("Ed25519");
    }

    /** X25519: what the register is sealed to. */
    static KeyPair x25519() {
        return named("X25519");
    }

    private static KeyPair named(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
