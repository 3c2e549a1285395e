package org.tamga.matcher.engine.extract;

/**
 * An image brought to 500 dpi, the resolution all lengths of this package are meant at.
 *
 * @param pixels row-major, 0 = black
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Resampling(int width, int height, byte[] pixels) {
    private static final double DPI = 500;
    private static final double TOLERANCE = 0.005;

    /** The image itself when it is within 0.5 % of 500 dpi. */
    static Resampling to500(int width, int height, double dpi, byte[] pixels) {
        double scale = dpi / DPI;
        if (Math.abs(scale - 1) <= TOLERANCE) {
            return new Resampling(width, height, pixels);
        }
        int newWidth = Math.max(1, (int) Math.round(width / scale));
        int newHeight = Math.max(1, (int) Math.round(height / scale));
        byte[] out = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                out[y * newWidth + x] =
                        (byte) Math.round(mean(pixels, width, height, x * scale, y * scale, scale));
            }
        }
        return new Resampling(newWidth, newHeight, out);
    }

    /** Bilinear when enlarging; the mean over the source area when reducing. */
    private static double mean(
            byte[] pixels, int width, int height, double left, double top, double side) {
        int samples = (int) Math.max(1, Math.ceil(side));
        double sum = 0;
        for (int j = 0; j < samples; j++) {
            for (int i = 0; i < samples; i++) {
                double x = left + side * (i + 0.5) / samples - 0.5;
                double y = top + side * (j + 0.5) / samples - 0.5;
                sum += bilinear(pixels, width, height, x, y);
            }
        }
        return sum / (samples * samples);
    }

    private static double bilinear(byte[] pixels, int width, int height, double x, double y) {
        double insideX = Math.clamp(x, 0, width - 1);
        double insideY = Math.clamp(y, 0, height - 1);
        int left = Math.min((int) insideX, Math.max(0, width - 2));
        int top = Math.min((int) insideY, Math.max(0, height - 2));
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double shareX = insideX - left;
        double shareY = insideY - top;
        double upper =
                (pixels[top * width + left] & 0xff) * (1 - shareX)
                        + (pixels[top * width + right] & 0xff) * shareX;
        double lower =
                (pixels[bottom * width + left] & 0xff) * (1 - shareX)
                        + (pixels[bottom * width + right] & 0xff) * shareX;
        return upper * (1 - shareY) + lower * shareY;
    }
}
