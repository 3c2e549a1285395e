package org.tamga.devices.simulator.chip;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card's side of Basic Access Control (ICAO Doc 9303-11, clause 4.3). */
final class BasicAccess {
    private static final CardCrypto CRYPTO = CardCrypto.TRIPLE_DES;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret;
    private byte @Nullable [] challenge;

    /** What a successful key agreement gives. */
    record Agreed(Answer answer, SecureChannel channel) {}

    BasicAccess(byte[] secret) {
        this.secret = secret;
    }

    Answer challenge() {
        byte[] fresh = new byte[8];
        random.nextBytes(fresh);
        challenge = fresh;
        return Answer.ok(fresh);
    }

    /** Empty when the other side does not know the secret. */
    Optional<Agreed> agree(byte[] data) {
        byte[] mine = challenge;
        challenge = null;
        if (mine == null || data.length != 40) {
            return Optional.empty();
        }
        byte[] encryption = CardCrypto.derive(secret, 1);
        byte[] macKey = CardCrypto.derive(secret, 2);
        byte[] sealed = Arrays.copyOf(data, 32);
        byte[] mac = CRYPTO.mac(macKey, Bytes.pad(sealed, 8));
        byte[] plain = CRYPTO.decrypt(encryption, new byte[8], sealed);
        byte[] theirs = Arrays.copyOf(plain, 8);
        if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(data, 32, 40))
                || !MessageDigest.isEqual(mine, Arrays.copyOfRange(plain, 8, 16))) {
            return Optional.empty();
        }
        byte[] key = new byte[16];
        random.nextBytes(key);
        byte[] answer = CRYPTO.encrypt(encryption, new byte[8], Bytes.join(mine, theirs, key));
        for (int i = 0; i < key.length; i++) {
            key[i] ^= plain[16 + i];
        }
        byte[] counter =
                Bytes.join(Arrays.copyOfRange(mine, 4, 8), Arrays.copyOfRange(theirs, 4, 8));
        return Optional.of(
                new Agreed(
                        Answer.ok(answer, CRYPTO.mac(macKey, Bytes.pad(answer, 8))),
                        new SecureChannel(CRYPTO, key, counter)));
    }
}
