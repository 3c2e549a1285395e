package org.tamga.matcher;

/**
 * How a raw image buffer is to be read; nothing in it says so. Rows from the top, pixels from the
 * left, every row beginning on a whole byte.
 *
 * @param width pixels
 * @param height pixels
 * @param dpi resolution in pixels per inch
 */
public record RawLayout(int width, int height, double dpi, Depth depth, Polarity polarity) {

    /** Bits of a pixel. */
    public enum Depth {
        /** One byte a pixel. */
        EIGHT,
        /** Two pixels a byte, the left one in the high four bits. */
        FOUR
    }

    /** What a high value means. */
    public enum Polarity {
        /** 0 is a ridge, as in {@link GrayImage}. */
        RIDGES_DARK,
        /** 0 is the background, as some sensors deliver. */
        RIDGES_LIGHT
    }

    /** Bytes of a buffer of this layout. */
    public long bytes() {
        long row = depth == Depth.EIGHT ? width : (width + 1L) / 2;
        return row * height;
    }
}
