package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.tamga.devices.scanner.fprint.HostFrame.Head;

/** Takes messages from a stream without ever waiting for it, nor for more than it was told. */
final class FrameReader {
    private final InputStream in;
    private final int longestPayload;
    private final byte[] header = new byte[HostFrame.HEADER_BYTES];
    private byte[] payload = {};
    private int headerBytes;
    private int payloadBytes;

    /**
     * @param in tells by {@code available} what can be read at once
     * @param longestPayload bytes; nothing longer is allocated
     */
    FrameReader(InputStream in, int longestPayload) {
        this.in = in;
        this.longestPayload = longestPayload;
    }

    /**
     * The next message if it is all here.
     *
     * @throws IOException when the bytes are not a message, or announce one that is too long
     */
    Optional<HostFrame> poll() throws IOException {
        if (headerBytes < header.length) {
            headerBytes += take(header, headerBytes);
            if (headerBytes < header.length) {
                return Optional.empty();
            }
            payload = new byte[Head.of(header, longestPayload).length()];
            payloadBytes = 0;
        }
        payloadBytes += take(payload, payloadBytes);
        if (payloadBytes < payload.length) {
            return Optional.empty();
        }
        Head head = Head.of(header, longestPayload);
        HostFrame frame = new HostFrame(head.type(), head.use(), payload);
        payload = new byte[0];
        headerBytes = 0;
        return Optional.of(frame);
    }

    private int take(byte[] into, int from) throws IOException {
        int wanted = Math.min(in.available(), into.length - from);
        return wanted <= 0 ? 0 : Math.max(0, in.read(into, from, wanted));
    }

    /** Overwrites what has arrived of an unfinished message. */
    void wipe() {
        Arrays.fill(payload, (byte) 0);
    }
}
