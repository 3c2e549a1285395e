package org.tamga.verifier.arithmetic;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Input of the hash function H, HMAC-SHA-256 (EG 5.2), built part by part (EG 5.1, 5.4). */
public final class HashInput {
    private static final int P_BYTES = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private HashInput() {}

    /**
     * Begins an input.
     *
     * @param domain first byte, separates what is hashed
     */
    public static HashInput domain(int domain) {
        HashInput input = new HashInput();
        input.bytes.write(domain);
        return input;
    }

    /** P(x): 512 bytes. */
    public HashInput element(BigInteger x) {
        return raw(fixed(x, P_BYTES));
    }

    /** N(i): 4 bytes. */
    public HashInput index(int i) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
    }

    /** S(content): its length in 4 bytes, then the content. */
    public HashInput sized(byte[] content) {
        return index(content.length).raw(content);
    }

    public HashInput ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    public HashInput raw(byte[] part) {
        bytes.writeBytes(part);
        return this;
    }

    /** H(key; input), 32 bytes. */
    public byte[] hash(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** H_q(key; input): the hash as an integer mod q. */
    public BigInteger hashModQ(byte[] key) {
        return new BigInteger(1, hash(key)).mod(Group.STANDARD.q());
    }

    /**
     * b(x, n): x big-endian in n bytes.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static byte[] fixed(BigInteger x, int length) {
        byte[] all = x.toByteArray();
        int surplus = all.length - length;
        byte[] result = new byte[length];
        if (x.signum() < 0 || surplus > 1 || (surplus == 1 && all[0] != 0)) {
            throw new IllegalArgumentException("does not fit into " + length + " bytes");
        }
        int from = Math.max(surplus, 0);
        System.arraycopy(all, from, result, length - (all.length - from), all.length - from);
        return result;
    }
}
