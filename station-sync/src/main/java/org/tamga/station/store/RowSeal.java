package org.tamga.station.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM for one row (NIST SP 800-38D). Sealed form: 12 random bytes of nonce, ciphertext, 16
 * bytes of tag. Additional data: table, row id and election, so that a row moved elsewhere does not
 * open. The page encryption below it hides; this one proves.
 */
final class RowSeal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String election;
    private final SecureRandom random = new SecureRandom();

    RowSeal(StoreKey key, String election) {
        byte[] raw = key.expand("rows");
        this.key = new SecretKeySpec(raw, "AES");
        this.election = election;
        Arrays.fill(raw, (byte) 0);
    }

    byte[] seal(String table, String row, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, table, row);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot fail to encrypt", e);
        }
    }

    /** The plain row, or null when it is not what was sealed for this place. */
    byte @Nullable [] open(String table, String row, byte @Nullable [] sealed) {
        if (sealed == null || sealed.length < NONCE + TAG_BITS / 8) {
            return null;
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), table, row);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String table, String row)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((table + "|" + row + "|" + election).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
