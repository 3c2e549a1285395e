package org.tamga.devices.chip;

import java.nio.ByteBuffer;
import org.tamga.devices.link.LinkException;

/**
 * The first portrait of data group 2 (ICAO Doc 9303-10, clause 4.7.2): an ISO/IEC 19794-5:2005 face
 * record inside a CBEFF template.
 *
 * @param jpeg2000 else baseline JPEG
 * @param image the coded picture
 */
record FaceRecord(boolean jpeg2000, byte[] image) {
    private static final int BIOMETRIC_DATA = 0x5F2E;
    private static final int CONSTRUCTED_DATA = 0x7F2E;
    private static final int MAGIC = 0x46414300;
    private static final int FEATURE_POINT = 8;
    private static final int FACIAL_INFORMATION = 20;
    private static final int IMAGE_INFORMATION = 12;

    static FaceRecord of(byte[] dataGroup2) throws LinkException {
        ByteBuffer group = Tlv.next(Tlv.next(ByteBuffer.wrap(dataGroup2), 0x75), 0x7F61);
        ByteBuffer count = Tlv.next(group, 0x02);
        if (count.remaining() != 1 || count.get(0) < 1) {
            throw Tlv.broken("no portrait");
        }
        ByteBuffer template = Tlv.next(group, 0x7F60);
        while (template.hasRemaining()) {
            Tlv part = Tlv.next(template);
            if (part.tag() == BIOMETRIC_DATA || part.tag() == CONSTRUCTED_DATA) {
                return record(part.value());
            }
        }
        throw Tlv.broken("no portrait");
    }

    /** ISO/IEC 19794-5:2005, clause 5: header, facial information, feature points, image. */
    private static FaceRecord record(ByteBuffer data) throws LinkException {
        need(data, 14);
        if (data.getInt() != MAGIC) {
            throw Tlv.broken("the portrait is no face record");
        }
        data.position(14);
        need(data, FACIAL_INFORMATION);
        int start = data.position();
        long blockLength = data.getInt() & 0xFFFFFFFFL;
        int points = data.getShort() & 0xFFFF;
        long header = FACIAL_INFORMATION + (long) points * FEATURE_POINT + IMAGE_INFORMATION;
        if (blockLength < header || blockLength > data.limit() - start) {
            throw Tlv.broken("the portrait's length is wrong");
        }
        int type = data.get(start + (int) header - IMAGE_INFORMATION + 1);
        if (type != 0 && type != 1) {
            throw Tlv.broken("the portrait's format is unknown");
        }
        int from = start + (int) header;
        return new FaceRecord(
                type == 1, Tlv.bytes(data.slice(from, start + (int) blockLength - from)));
    }

    private static void need(ByteBuffer data, int bytes) throws LinkException {
        if (data.remaining() < bytes) {
            throw Tlv.broken("the portrait is cut off");
        }
    }

    /** Biometric data: only the shape is text. */
    @Override
    public String toString() {
        return "FaceRecord[" + image.length + " bytes]";
    }
}
