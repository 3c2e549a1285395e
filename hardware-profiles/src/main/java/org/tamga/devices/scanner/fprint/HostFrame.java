package org.tamga.devices.scanner.fprint;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One message between terminal and driver process: magic {@code TFP1}, type, number of the use it
 * belongs to, length, payload; big-endian. Closing overwrites the payload with zeros.
 *
 * @param use 0 where no use is meant
 */
record HostFrame(Type type, int use, byte[] payload) implements AutoCloseable {
    static final int MAGIC = 0x54465031;
    static final int HEADER_BYTES = 13;
    static final int LONGEST_TEXT = 8_192;

    /** What a message says; the order is the wire's. */
    enum Type {
        /** To the driver process: {@link CaptureOrder}. */
        CAPTURE,
        CANCEL,
        LIST,
        /** From the driver process: it listens. */
        READY,
        /** A library is absent; payload: what the system said. */
        NO_LIBRARY,
        /** Payload: a line per device, {@link KnownReader}. */
        DEVICES,
        NO_DEVICE,
        /** The reader matches on its own chip; payload: its name. */
        NO_IMAGES,
        /** Payload: {@link LibraryError}. */
        FAILED,
        /** Payload: two ints, the size that was refused. */
        WRONG_SIZE,
        /** Payload: width, height, then width × height grey levels. */
        IMAGE,
        /** The device of that use is closed again. */
        IDLE,
        /** The device of that use is open: it answers. */
        OPENED
    }

    static HostFrame text(Type type, int use, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new HostFrame(type, use, Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_TEXT)));
    }

    static HostFrame empty(Type type, int use) {
        return new HostFrame(type, use, new byte[0]);
    }

    /**
     * @throws IOException when it does not begin with two ints
     */
    Size size() throws IOException {
        if (payload.length < Size.BYTES) {
            throw new IOException("a size of %d bytes".formatted(payload.length));
        }
        ByteBuffer ints = ByteBuffer.wrap(payload);
        return new Size(ints.getInt(), ints.getInt());
    }

    /** Of an image, in pixels. */
    record Size(int width, int height) {
        static final int BYTES = 8;
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    ByteBuffer header() {
        return header(type, use, payload.length);
    }

    static ByteBuffer header(Type type, int use, int length) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .put((byte) type.ordinal())
                .putInt(use)
                .putInt(length)
                .flip();
    }

    /**
     * A number within a text message.
     *
     * @throws IOException when it is none
     */
    static int number(String text) throws IOException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException("not a number in a message", e);
        }
    }

    /** Blocks for the next message of the terminal; its own messages are short. */
    static HostFrame read(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        Head head = Head.of(header, LONGEST_TEXT);
        return new HostFrame(head.type, head.use, in.readNBytes(head.length));
    }

    /** A checked header. */
    record Head(Type type, int use, int length) {
        /**
         * @throws IOException when the bytes are not a header, or announce more than {@code most}
         */
        static Head of(byte[] bytes, int most) throws IOException {
            if (bytes.length < HEADER_BYTES) {
                throw new IOException("the other side has gone");
            }
            ByteBuffer header = ByteBuffer.wrap(bytes);
            int magic = header.getInt();
            int type = header.get();
            int use = header.getInt();
            int length = header.getInt();
            if (magic != MAGIC || type < 0 || type >= Type.values().length) {
                throw new IOException("not a message of the driver process");
            }
            if (length < 0 || length > most) {
                throw new IOException("a message of %d bytes".formatted(length));
            }
            return new Head(Type.values()[type], use, length);
        }
    }

    @Override
    public void close() {
        Arrays.fill(payload, (byte) 0);
    }

    @Override
    public String toString() {
        return "HostFrame[%s, use %d, %d bytes]".formatted(type, use, payload.length);
    }
}
