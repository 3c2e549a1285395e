package org.tamga.devices.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one scan on their way. Lines end with CR, LF, both, or the scan's own end (ETX,
 * EOT); stray bytes that are no text are dropped where they stand before or after a line.
 */
final class ScanBuffer implements Scan {
    /** Far more than the largest code holds; nothing beyond it is kept. */
    static final int LONGEST = 8_192;

    private static final int END_OF_TEXT = 0x03;
    private static final int END_OF_TRANSMISSION = 0x04;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void add(byte[] from, int count) {
        bytes.write(from, 0, Math.min(count, LONGEST + 1 - bytes.size()));
    }

    @Override
    public boolean isEmpty() {
        return bytes.size() == 0;
    }

    @Override
    public boolean overflows() {
        return bytes.size() > LONGEST;
    }

    @Override
    public boolean ended() {
        byte[] all = bytes.toByteArray();
        int last = all.length == 0 ? 0 : all[all.length - 1];
        return last == END_OF_TEXT || last == END_OF_TRANSMISSION;
    }

    /** The last need not have been ended. */
    @Override
    public boolean within() {
        return false;
    }

    @Override
    public Optional<String> flaw() {
        return Optional.empty();
    }

    @Override
    public List<String> lines() {
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
