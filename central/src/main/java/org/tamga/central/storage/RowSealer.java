package org.tamga.central.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) around what a row must not show: 12 bytes of nonce, ciphertext, 16
 * bytes of tag. The row's name is authenticated, so a value cannot be moved to another row.
 */
public final class RowSealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param key 32 bytes, kept
     */
    public RowSealer(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("A row key has 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Seals a value for one row of one table. */
    public byte[] seal(String table, String row, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, table, row).doFinal(plain);
            byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * Opens a value.
     *
     * @throws IllegalStateException if it was changed, moved or sealed with another key
     */
    public byte[] open(String table, String row, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, table, row)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Row " + row + " of " + table + " was changed or is sealed with another key",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String table, String row)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((table + "|" + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
