package org.tamga.devices.scanner;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Packets of the ZFM-20/R30x family: EF01, address (4), identifier, length (2, payload + 2),
 * payload, sum (2) over identifier, length and payload. Big-endian.
 */
public final class ZfmPackets {
    public static final int COMMAND = 0x01;
    public static final int DATA = 0x02;
    public static final int ACKNOWLEDGE = 0x07;
    public static final int END_OF_DATA = 0x08;

    private static final int LONGEST_PAYLOAD = 256;
    private static final int MOST_NOISE = 4_096;

    private final ByteLink link;
    private final byte[] buffer = new byte[4_096];
    private int position;
    private int filled;

    ZfmPackets(ByteLink link) {
        this.link = link;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, 0x01, -1, -1, -1, -1});
        out.writeBytes(new byte[] {(byte) identifier, (byte) (length >> 8), (byte) length});
        out.writeBytes(payload);
        out.writeBytes(new byte[] {(byte) (sum >> 8), (byte) sum});
        return out.toByteArray();
    }

    void send(int identifier, byte... payload) throws LinkException {
        link.write(encode(identifier, payload));
    }

    /** Forgets what has arrived, e.g. the rest of an aborted transfer. */
    void forget() throws LinkException {
        position = 0;
        filled = 0;
        int rounds = 0;
        while (link.read(buffer, Duration.ofMillis(20)) > 0) {
            rounds++;
            if (rounds > 200) {
                throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the sensor sends without end");
            }
        }
    }

    /** The next packet; noise before its header is passed over. */
    Packet receive(Duration timeout) throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        seekHeader(deadline);
        for (int i = 0; i < 4; i++) {
            next(deadline);
        }
        int identifier = next(deadline);
        int length = next(deadline) << 8 | next(deadline);
        if (length < 2 || length > LONGEST_PAYLOAD + 2) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "a packet of length " + length);
        }
        byte[] payload = new byte[length - 2];
        int sum = identifier + (length >> 8) + (length & 0xFF);
        for (int i = 0; i < payload.length; i++) {
            int b = next(deadline);
            payload[i] = (byte) b;
            sum += b;
        }
        int told = next(deadline) << 8 | next(deadline);
        if (told != (sum & 0xFFFF)) {
            Arrays.fill(payload, (byte) 0);
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "wrong checksum");
        }
        return new Packet(identifier, payload);
    }

    private void seekHeader(long deadline) throws LinkException {
        int before = -1;
        for (int noise = 0; noise < MOST_NOISE; noise++) {
            int b = next(deadline);
            if (before == 0xEF && b == 0x01) {
                return;
            }
            before = b;
        }
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "only noise on the line");
    }

    private int next(long deadline) throws LinkException {
        while (position == filled) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new LinkException(DeviceFault.TIMEOUT, "the sensor does not answer");
            }
            position = 0;
            filled = link.read(buffer, Duration.ofNanos(left));
        }
        return buffer[position++] & 0xFF;
    }
}
