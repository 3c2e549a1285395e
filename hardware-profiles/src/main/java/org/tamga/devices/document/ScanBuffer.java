package org.tamga.devices.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of one scan on their way. Lines end with CR, LF, both, or the scan's own end (ETX,
 * EOT); stray bytes that are no text are dropped where they stand before or after a line.
 */
final class ScanBuffer {
    /** Far more than the largest code holds; nothing beyond it is kept. */
    static final int LONGEST = 8_192;

    private static final int END_OF_TEXT = 0x03;
    private static final int END_OF_TRANSMISSION = 0x04;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(byte[] from, int count) {
        bytes.write(from, 0, Math.min(count, LONGEST + 1 - bytes.size()));
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    boolean overflows() {
        return bytes.size() > LONGEST;
    }

    void clear() {
        bytes.reset();
    }

    /** True when the reader itself says that the scan is over. */
    boolean ended() {
        byte[] all = bytes.toByteArray();
        int last = all.length == 0 ? 0 : all[all.length - 1];
        return last == END_OF_TEXT || last == END_OF_TRANSMISSION;
    }

    /** Without empty ones; the last may be incomplete. */
    List<String> lines() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        return Arrays.stream(text.split("[\\r\\n\\u0003\\u0004]+"))
                .map(ScanBuffer::trimmed)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String trimmed(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && stray(line.charAt(from))) {
            from++;
        }
        while (from < to && stray(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to).strip();
    }

    /** The separator of GS1 codes is text: it says what follows. */
    private static boolean stray(char c) {
        return c == '\uFFFD' || (Character.isISOControl(c) && c != 0x1D);
    }
}
