package org.tamga.station.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256-bit key of one store. Page encryption, row sealing and lookup columns each use a key of
 * their own, expanded from it by HKDF-SHA256 (RFC 5869).
 */
public final class StoreKey implements AutoCloseable {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] key;

    private StoreKey(byte[] key) {
        this.key = key;
    }

    /**
     * Copies {@code key}; the caller wipes its own.
     *
     * @throws IllegalArgumentException unless 32 bytes long
     */
    public static StoreKey of(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a store key has 32 bytes");
        }
        return new StoreKey(key.clone());
    }

    /** A key for another purpose or another store, independent of this one to whoever lacks it. */
    public StoreKey derive(String purpose) {
        return new StoreKey(expand(purpose));
    }

    /** 32 bytes for {@code purpose}; the caller wipes them. */
    public byte[] expand(String purpose) {
        try {
            HKDFParameterSpec spec =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .addSalt("tamga/store/1".getBytes(StandardCharsets.UTF_8))
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of Java 25", e);
        }
    }

    /** HMAC-SHA256 of {@code value} under this key: the form in which lookup columns are stored. */
    byte[] mac(byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of Java", e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "StoreKey";
    }
}
