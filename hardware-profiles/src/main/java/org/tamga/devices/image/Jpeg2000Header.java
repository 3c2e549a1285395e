package org.tamga.devices.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the markers of a JPEG 2000 code stream (ISO/IEC 15444-1, annex A) so that a decoder is
 * never asked for more memory than the picture's owner allows: sizes, tiles, code blocks, precincts
 * and layers all stand in markers.
 */
final class Jpeg2000Header {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int POC = 0xFF5F;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;
    private static final long SIGNATURE_BOX = 0x6A502020_0D0A870AL;
    private static final int CODE_STREAM_BOX = 0x6A703263;
    private static final int MOST_BOXES = 64;
    private static final int MOST_MARKERS = 4_096;
    private static final int MOST_TILES = 256;
    private static final int MOST_LAYERS = 256;

    private final ByteBuffer bytes;
    private final int longestSide;
    private int markers;

    /** Why a stream is refused; never leaves this package. */
    private static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bad(String reason) {
            super(reason, null, false, false);
        }
    }

    private Jpeg2000Header(byte[] bytes, int longestSide) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.longestSide = longestSide;
    }

    /** The reason to refuse the picture; empty when its markers are within bounds. */
    static Optional<String> refusal(byte[] bytes, int longestSide) {
        try {
            new Jpeg2000Header(bytes, longestSide).walk();
            return Optional.empty();
        } catch (Bad e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void walk() {
        int at = codeStream();
        check(u16(at) == SOC && u16(at + 2) == SIZ, "no code stream starts where it should");
        size(at + 4);
        at = segments(at + 2, SOT);
        while (at < bytes.capacity() && u16(at) == SOT) {
            long length = u32(at + 6);
            segments(at, SOD);
            if (length == 0) {
                return;
            }
            check(
                    length >= 14 && length <= bytes.capacity() - at,
                    "a tile is longer than the file");
            at += (int) length;
        }
        check(
                at == bytes.capacity() || u16(at) == EOC,
                "something else than a tile follows a tile");
    }

    /** Where the code stream starts: at once, or in the box "jp2c" of a JP2 file (annex I). */
    private int codeStream() {
        if (u16(0) == SOC) {
            return 0;
        }
        check(u32(0) == 12 && bytes.capacity() >= 12, "neither JP2 nor a code stream");
        check(bytes.getLong(4) == SIGNATURE_BOX, "neither JP2 nor a code stream");
        int at = 12;
        for (int box = 0; box < MOST_BOXES; box++) {
            long length = u32(at);
            check(at + 8 <= bytes.capacity(), "a box is cut off");
            if (bytes.getInt(at + 4) == CODE_STREAM_BOX) {
                check(length == 0 || length >= 8, "the code stream's box has a wrong length");
                return at + 8;
            }
            check(length >= 8 && length <= bytes.capacity() - at, "a box is longer than the file");
            at += (int) length;
        }
        throw new Bad("too many boxes");
    }

    /** Walks marker segments from {@code at} until the marker {@code last}; its place. */
    private int segments(int at, int last) {
        int place = at;
        while (place == at && last == SOD || u16(place) != last) {
            int marker = u16(place);
            check(++markers <= MOST_MARKERS, "too many markers");
            check(marker > 0xFF4F && marker != EOC && marker != SOD, "a marker is out of place");
            int length = u16(place + 2);
            check(length >= 2 && place + 2 + length <= bytes.capacity(), "a marker is cut off");
            switch (marker) {
                case COD -> codingStyle(place + 4, length);
                // Rare in portraits, and each would need bounds of its own.
                case COC, POC -> throw new Bad("uses a feature that portraits do not need");
                default -> {}
            }
            place += 2 + length;
        }
        return place;
    }

    /** Annex A.5.1. */
    private void size(int at) {
        int length = u16(at);
        long width = u32(at + 4) - u32(at + 12);
        long height = u32(at + 8) - u32(at + 16);
        check(
                within(width, longestSide) && within(height, longestSide),
                "the picture is too large");
        check(width * height <= Jpeg2000.MOST_PIXELS, "the picture is too large");
        check(u32(at + 4) <= 2L * longestSide && u32(at + 8) <= 2L * longestSide, "odd origin");
        long tileWidth = u32(at + 20);
        long tileHeight = u32(at + 24);
        check(tileWidth > 0 && tileHeight > 0, "a tile is empty");
        check(u32(at + 28) <= u32(at + 12) && u32(at + 32) <= u32(at + 16), "odd tile origin");
        long tiles =
                divideUp(u32(at + 4) - u32(at + 28), tileWidth)
                        * divideUp(u32(at + 8) - u32(at + 32), tileHeight);
        check(tiles <= MOST_TILES, "too many tiles");
        int components = u16(at + 36);
        check(components == 1 || components == 3, "neither grey nor colour");
        check(length == 38 + 3 * components, "the size marker has a wrong length");
        for (int c = 0; c < components; c++) {
            check(u8(at + 38 + 3 * c) == 7, "not 8 bits a colour");
            check(u8(at + 39 + 3 * c) == 1 && u8(at + 40 + 3 * c) == 1, "thinned colours");
        }
    }

    /** Annex A.6.1. */
    private void codingStyle(int at, int length) {
        check(length >= 12, "the coding style is cut off");
        int layers = u16(at + 2);
        int levels = u8(at + 5);
        check(within(layers, MOST_LAYERS), "too many layers");
        check(levels <= 32, "too many levels");
        int blockWidth = u8(at + 6) + 2;
        int blockHeight = u8(at + 7) + 2;
        check(blockWidth >= 4 && blockHeight >= 4, "code blocks too small");
        check(blockWidth <= 10 && blockHeight <= 10, "code blocks too large");
        check(blockWidth + blockHeight <= 12, "code blocks too large");
        if ((u8(at) & 1) != 0) {
            check(length == 13 + levels, "the precincts have a wrong length");
            for (int level = 0; level <= levels; level++) {
                int precinct = u8(at + 10 + level);
                int least = level == 0 ? 0 : 5;
                check((precinct & 15) >= least && precinct >> 4 >= least, "precincts too small");
            }
        }
    }

    private static boolean within(long value, long most) {
        return value >= 1 && value <= most;
    }

    private static long divideUp(long a, long b) {
        return (a + b - 1) / b;
    }

    private static void check(boolean holds, String reason) {
        if (!holds) {
            throw new Bad(reason);
        }
    }

    private int u8(int at) {
        check(at >= 0 && at < bytes.capacity(), "the file is cut off");
        return bytes.get(at) & 0xFF;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    private long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }
}
