package org.tamga.matcher.engine.quality;

/**
 * Grey values with lengths in millimetres. Not a copy of the pixels.
 *
 * @param pixels row-major, 0 = black
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record GreyField(int width, int height, double dpi, byte[] pixels) {
    private static final double MM_PER_INCH = 25.4;

    /** The same pixels with the resolution times {@code scale}. */
    GreyField scaled(double scale) {
        return new GreyField(width, height, dpi * scale, pixels);
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Bilinear; beyond the edge the edge's own value. */
    double between(double x, double y) {
        double insideX = Math.clamp(x, 0, width - 1);
        double insideY = Math.clamp(y, 0, height - 1);
        int left = (int) insideX;
        int top = (int) insideY;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double shareX = insideX - left;
        double shareY = insideY - top;
        double upper = at(left, top) * (1 - shareX) + at(right, top) * shareX;
        double lower = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
        return upper * (1 - shareY) + lower * shareY;
    }

    double pixelsPerMm() {
        return dpi / MM_PER_INCH;
    }

    double widthMm() {
        return width / pixelsPerMm();
    }

    double heightMm() {
        return height / pixelsPerMm();
    }
}
