package org.tamga.matcher.dedup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Lines of a work file: CRC-32C of the content in eight hexadecimal digits, a space, JSON. */
final class WorkLines {
    private static final int DIGITS = 8;
    private static final int LONGEST = 1 << 26;

    private WorkLines() {}

    sealed interface Reading {}

    /**
     * @param end of the last whole line, in bytes
     */
    record Whole(WorkHeader header, List<UnitResult> results, long end) implements Reading {}

    /**
     * @param line number of the first damaged line that is not the torn last one
     */
    record Damaged(int line) implements Reading {}

    static byte[] line(byte[] content) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(content.length + DIGITS + 2);
        line.writeBytes(checksum(content).getBytes(StandardCharsets.US_ASCII));
        line.write(' ');
        line.writeBytes(content);
        line.write('\n');
        return line.toByteArray();
    }

    /** Reads from the beginning; a last line that is not whole is not counted. */
    static Reading read(FileChannel channel, int units) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)));
        byte @Nullable [] first = content(next(in));
        @Nullable WorkHeader header = first == null ? null : header(first);
        if (first == null || header == null) {
            return new Damaged(1);
        }
        List<UnitResult> results = new ArrayList<>();
        long end = DIGITS + 2L + first.length;
        int number = 1;
        int torn = 0;
        for (byte[] line = next(in); line.length > 0; line = next(in)) {
            number++;
            byte @Nullable [] content = content(line);
            @Nullable UnitResult result = content == null ? null : result(content, units);
            if (torn > 0) {
                return new Damaged(torn);
            }
            if (result == null) {
                torn = number;
            } else {
                results.add(result);
                end += line.length;
            }
        }
        return new Whole(header, results, end);
    }

    /** A line with its end, if it has one; empty at the end of the file. */
    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && line.size() < LONGEST; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static byte @Nullable [] content(byte[] line) {
        int end = line.length - 1;
        if (end <= DIGITS || line[end] != '\n' || line[DIGITS] != ' ') {
            return null;
        }
        byte[] content = Arrays.copyOfRange(line, DIGITS + 1, end);
        String checksum = new String(line, 0, DIGITS, StandardCharsets.US_ASCII);
        return checksum.equals(checksum(content)) ? content : null;
    }

    private static @Nullable WorkHeader header(byte[] content) {
        try {
            return WorkHeader.of(content);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable UnitResult result(byte[] content, int units) {
        try {
            UnitResult result = UnitResult.of(content);
            return result.unit() >= 0 && result.unit() < units ? result : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, content.length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
