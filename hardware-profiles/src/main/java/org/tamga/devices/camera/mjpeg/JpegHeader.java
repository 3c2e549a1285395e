package org.tamga.devices.camera.mjpeg;

import java.util.Optional;

/**
 * What a JPEG picture's frame header (ITU-T T.81, B.2.2) says, read before anything is decoded: the
 * decoder allocates as much as this header demands.
 *
 * @param width pixels, 1 … 65,535
 * @param height pixels, 1 … 65,535
 */
record JpegHeader(int width, int height) {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int TRAILER = 4_096;
    private static final int FRAME_HEADER = 8;

    /** Empty unless this is a whole baseline or progressive picture of 8 bits, grey or colour. */
    static Optional<JpegHeader> of(byte[] jpeg) {
        if (jpeg.length < 4 || at(jpeg, 0) != 0xFF || at(jpeg, 1) != SOI || !ends(jpeg)) {
            return Optional.empty();
        }
        int i = 2;
        while (i + 4 <= jpeg.length) {
            if (at(jpeg, i) != 0xFF) {
                return Optional.empty();
            }
            int marker = at(jpeg, i + 1);
            if (marker == 0xFF) {
                i++;
                continue;
            }
            int length = at(jpeg, i + 2) << 8 | at(jpeg, i + 3);
            boolean standsAlone = marker <= 1 || marker >= 0xD0 && marker <= EOI;
            if (standsAlone || marker == SOS || length < 2 || i + 2 + length > jpeg.length) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                return marker <= 0xC2 && length >= FRAME_HEADER
                        ? frame(jpeg, i + 4)
                        : Optional.empty();
            }
            i += 2 + length;
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= 0xC0 && marker <= 0xCF && !table;
    }

    private static Optional<JpegHeader> frame(byte[] jpeg, int i) {
        int height = at(jpeg, i + 1) << 8 | at(jpeg, i + 2);
        int width = at(jpeg, i + 3) << 8 | at(jpeg, i + 4);
        int components = at(jpeg, i + 5);
        boolean usual = at(jpeg, i) == 8 && (components == 1 || components == 3);
        return usual && width > 0 && height > 0
                ? Optional.of(new JpegHeader(width, height))
                : Optional.empty();
    }

    /** Cameras pad: the end marker may stand some way before the last byte. */
    private static boolean ends(byte[] jpeg) {
        for (int i = jpeg.length - 2; i >= Math.max(2, jpeg.length - TRAILER); i--) {
            if (at(jpeg, i) == 0xFF && at(jpeg, i + 1) == EOI) {
                return true;
            }
        }
        return false;
    }

    private static int at(byte[] jpeg, int i) {
        return jpeg[i] & 0xFF;
    }
}
