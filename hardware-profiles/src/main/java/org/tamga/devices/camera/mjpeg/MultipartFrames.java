package org.tamga.devices.camera.mjpeg;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * The parts of an endless {@code multipart/x-mixed-replace} body (RFC 2046, 5.1). Cameras differ in
 * how many dashes begin a boundary, in line ends, and in whether they tell a part's length: all of
 * that is taken. No part, header or gap grows beyond the limit.
 */
final class MultipartFrames {
    private static final int LONGEST_LINE = 1_024;
    private static final int MOST_HEADERS = 32;

    private final InputStream in;
    private final byte[] delimiter;
    private final String token;
    private final int mostBytes;
    private boolean atPart;

    /**
     * @param boundary as the Content-Type says, with or without leading dashes; not empty
     * @param mostBytes of a part
     */
    MultipartFrames(InputStream in, String boundary, int mostBytes) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.token = withoutDashes(boundary);
        this.delimiter = ("--" + token).getBytes(StandardCharsets.ISO_8859_1);
        this.mostBytes = mostBytes;
    }

    private static String withoutDashes(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '-') {
            from++;
        }
        return text.substring(from);
    }

    /**
     * The next part's content.
     *
     * @throws LinkException PROTOCOL_ERROR when a limit is passed, UNPLUGGED at the end
     */
    byte[] next() throws LinkException {
        try {
            if (!atPart) {
                skipToPart();
            }
            atPart = false;
            int length = readHeaders();
            return length >= 0 ? exactly(length) : upToDelimiter();
        } catch (EOFException e) {
            throw new LinkException(DeviceFault.UNPLUGGED, "the stream ended");
        } catch (IOException e) {
            if (e instanceof LinkException known) {
                throw known;
            }
            throw new LinkException(DeviceFault.UNPLUGGED, "the connection was lost");
        }
    }

    private void skipToPart() throws IOException {
        int skipped = 0;
        while (skipped <= mostBytes) {
            String line = readLine();
            skipped += line.length() + 1;
            if (isDelimiter(line)) {
                return;
            }
        }
        throw wrong("no picture begins within " + mostBytes + " bytes");
    }

    private boolean isDelimiter(String line) {
        return line.startsWith("--") && withoutDashes(line).strip().equals(token);
    }

    /** The content's length, -1 when it is not told. */
    private int readHeaders() throws IOException {
        int length = -1;
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = readLine();
            if (line.isEmpty()) {
                return length;
            }
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = length(lower.substring("content-length:".length()).strip());
            }
        }
        throw wrong("a part with more than " + MOST_HEADERS + " headers");
    }

    private int length(String text) throws LinkException {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > mostBytes) {
            throw wrong("a part longer than " + mostBytes + " bytes");
        }
        return Integer.parseInt(text);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return content;
    }

    private byte[] upToDelimiter() throws IOException {
        Growing content = new Growing();
        while (content.size() <= mostBytes + delimiter.length) {
            content.write(one());
            if (content.endsWith(delimiter)) {
                String unused = readLine();
                atPart = true;
                return content.upTo(content.size() - delimiter.length);
            }
        }
        throw wrong("a part longer than " + mostBytes + " bytes");
    }

    /** Up to the line's end, which is not given; longer lines are cut. */
    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int b = one();
            if (b == '\n') {
                break;
            }
            line.append((char) b);
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    private int one() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private static LinkException wrong(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }

    private static final class Growing extends ByteArrayOutputStream {
        boolean endsWith(byte[] end) {
            return count >= end.length
                    && buf[count - 1] == end[end.length - 1]
                    && Arrays.equals(buf, count - end.length, count, end, 0, end.length);
        }

        byte[] upTo(int length) {
            return Arrays.copyOf(buf, length);
        }
    }
}
