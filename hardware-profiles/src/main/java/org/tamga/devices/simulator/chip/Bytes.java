package org.tamga.devices.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Bytes and BER-TLV objects put together and taken apart. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** One object: tag of one or two bytes, definite length. */
    static byte[] tlv(int tag, byte[]... value) {
        byte[] all = join(value);
        byte[] head = tag > 0xFF ? of(tag >> 8, tag) : of(tag);
        int n = all.length;
        byte[] length =
                n < 0x80
                        ? of(n)
                        : n < 0x100
                                ? of(0x81, n)
                                : n < 0x10000 ? of(0x82, n >> 8, n) : of(0x83, n >> 16, n >> 8, n);
        return join(head, length, all);
    }

    /** The value of the first object of that one-byte tag. */
    static Optional<byte[]> find(byte[] objects, int tag) {
        int at = 0;
        while (at + 2 <= objects.length) {
            int found = objects[at] & 0xFF;
            int length = objects[at + 1] & 0xFF;
            int from = at + 2;
            if (length > 0x80 && length <= 0x83) {
                int bytes = length & 0x7F;
                length = 0;
                for (int i = 0; i < bytes && from < objects.length; i++) {
                    length = length << 8 | objects[from++] & 0xFF;
                }
            }
            if (length > objects.length - from) {
                return Optional.empty();
            }
            if (found == tag) {
                return Optional.of(Arrays.copyOfRange(objects, from, from + length));
            }
            at = from + length;
        }
        return Optional.empty();
    }

    /** ISO 7816-4 padding: 80, then zeros up to whole blocks. */
    static byte[] pad(byte[] bytes, int block) {
        byte[] padded = Arrays.copyOf(bytes, (bytes.length / block + 1) * block);
        padded[bytes.length] = (byte) 0x80;
        return padded;
    }

    static byte[] unpad(byte[] padded) {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }
}
