package org.tamga.devices.chip;

import java.nio.ByteBuffer;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * One BER-TLV object in memory (ISO 7816-4, clause 5.2.2); lengths never reach past what is there.
 *
 * @param value a view, position 0
 */
record Tlv(int tag, ByteBuffer value) {
    private static final int LONGEST_HEADER = 7;

    /** Reads the object at the position of {@code bytes} and moves behind it. */
    static Tlv next(ByteBuffer bytes) throws LinkException {
        int tag = tag(bytes);
        long length = length(bytes);
        if (length > bytes.remaining()) {
            throw broken("an object is longer than what holds it");
        }
        ByteBuffer value = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return new Tlv(tag, value);
    }

    /** As {@link #next}, of a certain tag. */
    static ByteBuffer next(ByteBuffer bytes, int tag) throws LinkException {
        Tlv tlv = next(bytes);
        if (tlv.tag != tag) {
            throw broken("object %X where %X belongs".formatted(tlv.tag, tag));
        }
        return tlv.value;
    }

    /** The first object of that tag among those that follow. */
    static ByteBuffer find(ByteBuffer bytes, int tag) throws LinkException {
        while (bytes.hasRemaining()) {
            Tlv tlv = next(bytes);
            if (tlv.tag == tag) {
                return tlv.value;
            }
        }
        throw broken("object %X is missing".formatted(tag));
    }

    /**
     * Length of a whole object, header and value, from its first bytes.
     *
     * @param most largest that is allowed
     */
    static int totalLength(byte[] head, int most) throws LinkException {
        ByteBuffer bytes = ByteBuffer.wrap(head, 0, Math.min(head.length, LONGEST_HEADER));
        tag(bytes);
        long length = length(bytes);
        if (length > most - bytes.position()) {
            throw broken("a file says that it is " + length + " bytes long");
        }
        return bytes.position() + (int) length;
    }

    byte[] bytes() {
        return bytes(value);
    }

    static byte[] bytes(ByteBuffer value) {
        byte[] copy = new byte[value.remaining()];
        value.duplicate().get(copy);
        return copy;
    }

    private static int tag(ByteBuffer bytes) throws LinkException {
        int tag = u8(bytes);
        return (tag & 0x1F) == 0x1F ? tag << 8 | u8(bytes) : tag;
    }

    private static long length(ByteBuffer bytes) throws LinkException {
        int first = u8(bytes);
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count < 1 || count > 4) {
            throw broken("a length of " + count + " bytes");
        }
        long length = 0;
        for (int n = 0; n < count; n++) {
            length = length << 8 | u8(bytes);
        }
        return length;
    }

    private static int u8(ByteBuffer bytes) throws LinkException {
        if (!bytes.hasRemaining()) {
            throw broken("an object is cut off");
        }
        return bytes.get() & 0xFF;
    }

    static LinkException broken(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }
}
