package org.tamga.verifier.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lower-case hex and SHA-256. */
public final class Hex {
    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    public static String of(byte[] bytes) {
        return LOWER.formatHex(bytes);
    }

    /**
     * Reads hex.
     *
     * @param bytes how many bytes the text must stand for
     */
    public static byte[] parse(String text, int bytes) throws MalformedException {
        if (!isHex(text, bytes)) {
            throw new MalformedException("expected " + bytes + " bytes in lower-case hex");
        }
        return LOWER.parseHex(text);
    }

    public static boolean isHex(String text, int bytes) {
        return text.length() == 2 * bytes && text.matches("[0-9a-f]*");
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** SHA-256 in hex. */
    public static String digest(byte[]... parts) {
        return of(sha256(parts));
    }
}
