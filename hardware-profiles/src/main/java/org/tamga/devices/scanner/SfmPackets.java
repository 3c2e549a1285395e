package org.tamga.devices.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Packets of Suprema's SFM modules, 13 bytes: 40, command, param (4), size (4), flag or error,
 * checksum (the sum of all before, modulo 256), 0A. Little-endian. Source: Suprema, UF Protocol
 * Manual, "Packet Protocol" (sfm.supremainc.com, repository supremainc/sfmdev). Large data follow
 * as data packets of the "Extended Data Transfer Protocol": such a header with the packet's index
 * in the upper and their number in the lower half of param, the data, and their sum (4); each is
 * answered with DATA_OK. The manual only names it; its layout is that of Suprema's published SDK
 * sources.
 */
public final class SfmPackets {
    public static final int LENGTH = 13;

    public static final int SET_PARAMETER = 0x01;
    public static final int SCAN_IMAGE = 0x15;
    public static final int CANCEL = 0x60;
    public static final int SCAN_IMAGE_EXTENDED = 0x83;

    public static final int PARAMETER_TIMEOUT = 0x62;
    public static final int PARAMETER_IMAGE_FORMAT = 0x6C;

    public static final int SUCCESS = 0x61;
    public static final int SCAN_SUCCESS = 0x62;
    public static final int SCAN_FAIL = 0x63;
    public static final int TRY_AGAIN = 0x6B;
    public static final int TIME_OUT = 0x6C;
    public static final int UNSUPPORTED = 0x75;
    public static final int BUSY = 0x80;
    public static final int CANCELED = 0x81;
    public static final int DATA_ERROR = 0x82;
    public static final int DATA_OK = 0x83;
    public static final int ACCESS_NOT_GRANTED = 0x93;
    public static final int LOCKED = 0xA1;

    private static final int START = 0x40;
    private static final int END = 0x0A;
    private static final int MOST_NOISE = 4_096;

    private final Wire wire;

    SfmPackets(Wire wire) {
        this.wire = wire;
    }

    /**
     * @param flag what is asked for, or in answers the error code
     */
    public record Packet(int command, int param, int size, int flag) {
        public byte[] encode() {
            ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put((byte) START).put((byte) command).putInt(param).putInt(size);
            bytes.put((byte) flag).put((byte) sum(bytes.array(), 0, LENGTH - 2)).put((byte) END);
            return bytes.array();
        }

        /** The packet in {@code bytes}; only what stands at its ends has been checked. */
        public static Packet decode(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            in.get();
            return new Packet(in.get() & 0xFF, in.getInt(), in.getInt(), in.get() & 0xFF);
        }
    }

    /** Sum of unsigned bytes, {@code to} exclusive. */
    public static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }

    /** True for a start, an end, and a right checksum between them. */
    public static boolean isPacket(byte[] bytes) {
        return isFramed(bytes) && (bytes[LENGTH - 2] & 0xFF) == (sum(bytes, 0, LENGTH - 2) & 0xFF);
    }

    private static boolean isFramed(byte[] bytes) {
        return bytes.length == LENGTH && bytes[0] == START && bytes[LENGTH - 1] == END;
    }

    void send(Packet packet) throws LinkException {
        wire.send(packet.encode());
    }

    Packet receive(int command, Duration timeout) throws LinkException {
        return receive(command, System.nanoTime() + timeout.toNanos());
    }

    /**
     * The next answer to {@code command}; noise before it is passed over.
     *
     * @param deadline by {@link System#nanoTime}
     */
    Packet receive(int command, long deadline) throws LinkException {
        byte[] window = new byte[LENGTH];
        for (int read = 1; read < MOST_NOISE; read++) {
            System.arraycopy(window, 1, window, 0, LENGTH - 1);
            window[LENGTH - 1] = (byte) wire.next(deadline);
            if (read >= LENGTH && isFramed(window) && (window[1] & 0xFF) == command) {
                if (!isPacket(window)) {
                    throw new LinkException(DeviceFault.PROTOCOL_ERROR, "wrong checksum");
                }
                return Packet.decode(window);
            }
        }
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "only noise on the line");
    }

    /**
     * Exactly so many bytes of data.
     *
     * @param imageDeadline of the image that they belong to
     */
    void fill(byte[] into, int from, int count, Limits limits, long imageDeadline)
            throws LinkException {
        for (int i = 0; i < count; i++) {
            into[from + i] = (byte) wire.next(limits.pieceDeadline(imageDeadline));
        }
    }
}
