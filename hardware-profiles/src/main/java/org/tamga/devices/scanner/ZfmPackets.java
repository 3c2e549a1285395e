package org.tamga.devices.scanner;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Packets of the ZFM-20/R30x family: EF01, address (4), identifier, length (2, payload + 2),
 * payload, sum (2) over identifier, length and payload. Big-endian. Source: ZhianTec, ZFM-20 series
 * fingerprint identification module user manual, chapter 4.
 */
public final class ZfmPackets {
    public static final int COMMAND = 0x01;
    public static final int DATA = 0x02;
    public static final int ACKNOWLEDGE = 0x07;
    public static final int END_OF_DATA = 0x08;

    /** The family's smallest packet size setting: only an image's last packet may hold less. */
    static final int SHORTEST_PAYLOAD = 32;

    /** The family's largest packet size setting. */
    private static final int LONGEST_PAYLOAD = 256;

    private static final int MOST_NOISE = 4_096;
    private static final int[] HEADER = {0xEF, 0x01, 0xFF, 0xFF, 0xFF, 0xFF};

    private final Wire wire;

    ZfmPackets(Wire wire) {
        this.wire = wire;
    }

    /**
     * @param identifier one of the four above
     */
    public record Packet(int identifier, byte[] payload) {}

    /** The bytes of one packet to or from the default address FFFFFFFF. */
    public static byte[] encode(int identifier, byte[] payload) {
        int length = payload.length + 2;
        int sum = identifier + (length >> 8) + (length & 0xFF);
        for (byte b : payload) {
            sum += b & 0xFF;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 11);
        for (int b : HEADER) {
            out.write(b);
        }
        out.writeBytes(new byte[] {(byte) identifier, (byte) (length >> 8), (byte) length});
        out.writeBytes(payload);
        out.writeBytes(new byte[] {(byte) (sum >> 8), (byte) sum});
        return out.toByteArray();
    }

    void send(int identifier, byte... payload) throws LinkException {
        wire.send(encode(identifier, payload));
    }

    /**
     * The next packet; noise before its header is passed over.
     *
     * @param deadline by {@link System#nanoTime}
     */
    Packet receive(long deadline) throws LinkException {
        seekHeader(deadline);
        int identifier = wire.next(deadline);
        int length = wire.next(deadline) << 8 | wire.next(deadline);
        if (length < 2 || length > LONGEST_PAYLOAD + 2) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "a packet of length " + length);
        }
        byte[] payload = new byte[length - 2];
        try {
            fill(payload, identifier, deadline);
        } catch (LinkException e) {
            Arrays.fill(payload, (byte) 0);
            throw e;
        }
        return new Packet(identifier, payload);
    }

    private void fill(byte[] payload, int identifier, long deadline) throws LinkException {
        int length = payload.length + 2;
        int sum = identifier + (length >> 8) + (length & 0xFF);
        for (int i = 0; i < payload.length; i++) {
            int b = wire.next(deadline);
            payload[i] = (byte) b;
            sum += b;
        }
        int told = wire.next(deadline) << 8 | wire.next(deadline);
        if (told != (sum & 0xFFFF)) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "wrong checksum");
        }
    }

    /** With the address, so that noise which happens to hold EF01 misleads nobody. */
    private void seekHeader(long deadline) throws LinkException {
        int matched = 0;
        for (int read = 0; read < MOST_NOISE; read++) {
            int b = wire.next(deadline);
            if (b == HEADER[matched]) {
                matched++;
            } else {
                matched = b == HEADER[0] ? 1 : 0;
            }
            if (matched == HEADER.length) {
                return;
            }
        }
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "only noise on the line");
    }
}
