package org.tamga.devices.simulator;

import java.nio.ByteBuffer;
import org.tamga.devices.image.Jpeg2000;
import org.tamga.devices.ports.FingerImage;

/**
 * Writes ISO/IEC 19794-4:2011 records as registration scanners do: one image, JPEG 2000 lossless.
 */
public final class FingerRecords {
    private static final int HEADER = 16;
    private static final int REPRESENTATION = 37;
    private static final int LOSSLESS = 5;
    private static final int WIDTH_AT = HEADER + 33;

    private FingerRecords() {}

    public static byte[] jpeg2000(FingerImage finger) {
        return of(finger, LOSSLESS, Jpeg2000.encode(finger.toBufferedImage()));
    }

    public static byte[] uncompressed(FingerImage finger) {
        return of(finger, 0, finger.copyOfPixels());
    }

    private static byte[] of(FingerImage finger, int compression, byte[] data) {
        int length = HEADER + REPRESENTATION + 4 + data.length;
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(0x46495200).putInt(0x30323000).putInt(length);
        out.putShort((short) 1).put((byte) 0).put((byte) 1);
        out.putInt(REPRESENTATION + 4 + data.length);
        out.putShort((short) 2026).put(new byte[] {11, 22, 8, 0, 0}).putShort((short) 0);
        out.put((byte) 0).putShort((short) 0).putShort((short) 0);
        out.put((byte) 0);
        out.put((byte) 0).put((byte) 0).put((byte) 1);
        short dpi = (short) Math.round(finger.dpi());
        out.putShort(dpi).putShort(dpi).putShort(dpi).putShort(dpi);
        out.put((byte) 8).put((byte) compression).put((byte) 0);
        out.putShort((short) finger.width()).putShort((short) finger.height());
        return out.putInt(data.length).put(data).array();
    }

    /** The same record, claiming sides of 60,000 pixels. */
    static byte[] claimingToBeHuge(byte[] record) {
        byte[] lie = record.clone();
        ByteBuffer.wrap(lie)
                .putShort(WIDTH_AT, (short) 60_000)
                .putShort(WIDTH_AT + 2, (short) 60_000);
        return lie;
    }

    /** The same record, cut short. */
    static byte[] cutShort(byte[] record) {
        return java.util.Arrays.copyOf(record, record.length / 2);
    }
}
