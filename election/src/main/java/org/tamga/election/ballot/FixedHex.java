package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.Locale;

/** Integers as upper-case hex of a fixed length, the form of EG 5.1 in text. */
final class FixedHex {
    private FixedHex() {}

    static BigInteger parse(String hex, int length) {
        if (hex.length() != length || !hex.chars().allMatch(FixedHex::isUpperHex)) {
            throw new IllegalArgumentException("not " + length + " upper-case hex characters");
        }
        return new BigInteger(hex, 16);
    }

    static String format(BigInteger value, int length) {
        String digits = value.toString(16).toUpperCase(Locale.ROOT);
        return "0".repeat(length - digits.length()) + digits;
    }

    private static boolean isUpperHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    }
}
