package org.tamga.election.ballot;

import java.math.BigInteger;

/** Integers as bytes (EG 5.1): big-endian, of fixed length, padded with zeros on the left. */
final class Encoding {
    static final int ELEMENT_BYTES = 512;
    static final int EXPONENT_BYTES = 32;

    private Encoding() {}

    static byte[] fixed(BigInteger value, int length) {
        byte[] minimal = value.toByteArray();
        int sign = minimal.length > length ? minimal.length - length : 0;
        byte[] bytes = new byte[length];
        int digits = minimal.length - sign;
        System.arraycopy(minimal, sign, bytes, length - digits, digits);
        return bytes;
    }
}
