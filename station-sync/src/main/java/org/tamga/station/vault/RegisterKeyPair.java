package org.tamga.station.vault;

import java.security.PrivateKey;

/**
 * The X25519 key to which the centre seals the register.
 *
 * @param rawPublic 32 bytes, a copy
 */
public record RegisterKeyPair(PrivateKey privateKey, byte[] rawPublic) {
    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "RegisterKeyPair";
    }
}
