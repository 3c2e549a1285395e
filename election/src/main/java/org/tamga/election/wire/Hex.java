package org.tamga.election.wire;

import java.util.HexFormat;

/** Lower-case hexadecimal text. */
public final class Hex {
    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    public static String of(byte[] bytes) {
        return LOWER.formatHex(bytes);
    }

    /**
     * @throws IllegalArgumentException if the text is not lower-case hex of an even length
     */
    public static byte[] parse(String text) {
        if (!text.matches("(?:[0-9a-f]{2})*+")) {
            throw new IllegalArgumentException("not lower-case hex");
        }
        return LOWER.parseHex(text);
    }

    /** Whether the text is lower-case hex of exactly this many bytes. */
    public static boolean isBytes(String text, int bytes) {
        return text.length() == 2 * bytes && text.chars().allMatch(Hex::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
