package org.tamga.devices.simulator.chip;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The ciphers of ICAO Doc 9303-11: two-key 3DES with retail MAC, or AES-128 with CMAC. */
enum CardCrypto {
    TRIPLE_DES(8, "DESede/CBC/NoPadding"),
    AES(16, "AES/CBC/NoPadding");

    private static final int MAC = 8;

    private final int block;
    private final String cipher;

    CardCrypto(int block, String cipher) {
        this.block = block;
        this.cipher = cipher;
    }

    int block() {
        return block;
    }

    byte[] encrypt(byte[] key, byte[] vector, byte[] bytes) {
        return run(Cipher.ENCRYPT_MODE, key, vector, bytes);
    }

    byte[] decrypt(byte[] key, byte[] vector, byte[] bytes) {
        return run(Cipher.DECRYPT_MODE, key, vector, bytes);
    }

    private byte[] run(int mode, byte[] key, byte[] vector, byte[] bytes) {
        try {
            Cipher cbc = Cipher.getInstance(cipher);
            byte[] whole = this == AES ? key : Bytes.join(key, Arrays.copyOf(key, block));
            cbc.init(
                    mode,
                    new SecretKeySpec(whole, this == AES ? "AES" : "DESede"),
                    new IvParameterSpec(vector));
            return cbc.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Eight bytes over bytes that are padded by the caller where the standard says so. */
    byte[] mac(byte[] key, byte[] bytes) {
        byte[] all = new byte[block];
        Mac mac = macOf();
        CipherParameters parameters = new KeyParameter(key);
        mac.init(parameters);
        mac.update(bytes, 0, bytes.length);
        mac.doFinal(all, 0);
        return Arrays.copyOf(all, MAC);
    }

    private Mac macOf() {
        BlockCipher engine = this == AES ? AESEngine.newInstance() : new DESEngine();
        return this == AES ? new CMac(engine) : new ISO9797Alg3Mac(engine);
    }

    /** Key derivation (clause 9.7.1): 1 encryption, 2 MAC, 3 password. */
    static byte[] derive(byte[] secret, int counter) {
        return Arrays.copyOf(sha1(Bytes.join(secret, Bytes.of(0, 0, 0, counter))), 16);
    }

    static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
