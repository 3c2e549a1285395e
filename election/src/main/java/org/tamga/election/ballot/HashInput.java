package org.tamga.election.ballot;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second argument of the hash H(B0; B1) = HMAC-SHA-256(B0, B1) (EG 5.2), built field by field
 * with the encodings of EG 5.1. The first byte separates the domains.
 */
final class HashInput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private HashInput(int domain) {
        bytes.write(domain);
    }

    static HashInput domain(int separator) {
        return new HashInput(separator);
    }

    /** b(value, 4): counts and 1-based indices. */
    HashInput index(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(value >>> shift);
        }
        return this;
    }

    /** b(value, 512). */
    HashInput element(BigInteger value) {
        bytes.writeBytes(Encoding.fixed(value, Encoding.ELEMENT_BYTES));
        return this;
    }

    HashInput ciphertext(Ciphertext ciphertext) {
        return element(ciphertext.alpha().value()).element(ciphertext.beta().value());
    }

    /** Bytes as they are; their length is fixed by the place. */
    HashInput raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** Bytes of variable length after their length (EG 5.1.4, 5.1.5). */
    HashInput sized(byte[] value) {
        return index(value.length).raw(value);
    }

    /** ASCII literal without length. */
    HashInput literal(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** H(key; this), 32 bytes. */
    byte[] hash(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** H_q(key; this): the hash as an integer, reduced modulo q (EG 5.4). */
    BigInteger hashModQ(byte[] key) {
        return Group.STANDARD.modQ(new BigInteger(1, hash(key)));
    }
}
