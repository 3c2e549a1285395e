package org.tamga.matcher.face;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A colour image with people in it; {@link #close()} wipes it. Not for use by several threads while
 * it is closed.
 */
public final class FaceImage implements AutoCloseable {
    /** Longest side, pixels. */
    public static final int MAX_SIDE = 10_000;

    /** Most pixels. */
    public static final int MAX_PIXELS = 24_000_000;

    private final int width;
    private final int height;
    private final byte[] bgr;

    private FaceImage(int width, int height, byte[] bgr) {
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** Whether an image of this size is taken. */
    public static boolean isPlausible(int width, int height) {
        return width >= 1
                && height >= 1
                && width <= MAX_SIDE
                && height <= MAX_SIDE
                && (long) width * height <= MAX_PIXELS;
    }

    /**
     * Takes ownership of interleaved blue, green, red bytes.
     *
     * @throws IllegalArgumentException when the size is out of range or not that of the bytes
     */
    public static FaceImage owning(int width, int height, byte[] bgr) {
        if (!isPlausible(width, height) || bgr.length != 3 * width * height) {
            throw new IllegalArgumentException(
                    "%d×%d pixels in %d bytes".formatted(width, height, bgr.length));
        }
        return new FaceImage(width, height, bgr);
    }

    /**
     * A copy of any image; transparent parts become white. Grey values are taken as they are:
     * Java's colour conversion would brighten them.
     */
    public static FaceImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (!isPlausible(width, height)) {
            throw new IllegalArgumentException("%d×%d pixels".formatted(width, height));
        }
        byte[] bgr = new byte[3 * width * height];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            gray(image.getRaster(), bgr);
        } else {
            colour(image, bgr);
        }
        return new FaceImage(width, height, bgr);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Value 0–255; channel 0 is blue, 1 green, 2 red. */
    public int at(int x, int y, int channel) {
        return bgr[3 * (y * width + x) + channel] & 0xff;
    }

    /** Brightness 0–255 (ITU-R BT.601). */
    public int luma(int x, int y) {
        int i = 3 * (y * width + x);
        return (114 * (bgr[i] & 0xff) + 587 * (bgr[i + 1] & 0xff) + 299 * (bgr[i + 2] & 0xff))
                / 1000;
    }

    /** For the package only: blue, green, red bytes, not a copy. */
    byte[] bytes() {
        return bgr;
    }

    /** A copy that Java can draw. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = at(x, y, 2) << 16 | at(x, y, 1) << 8 | at(x, y, 0);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        Arrays.fill(row, 0);
        return image;
    }

    /** Overwrites the pixels with zeroes. */
    @Override
    public void close() {
        Arrays.fill(bgr, (byte) 0);
    }

    @Override
    public String toString() {
        return "FaceImage[%d×%d]".formatted(width, height);
    }

    private static void gray(Raster raster, byte[] bgr) {
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0, i = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int value : row) {
                bgr[i++] = (byte) value;
                bgr[i++] = (byte) value;
                bgr[i++] = (byte) value;
            }
        }
        Arrays.fill(row, 0);
    }

    private static void colour(BufferedImage image, byte[] bgr) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0, i = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                bgr[i++] = overWhite(argb, alpha);
                bgr[i++] = overWhite(argb >> 8, alpha);
                bgr[i++] = overWhite(argb >> 16, alpha);
            }
        }
        Arrays.fill(row, 0);
    }

    private static byte overWhite(int value, int alpha) {
        return (byte) (alpha == 255 ? value : ((value & 0xff) * alpha + 255 * (255 - alpha)) / 255);
    }
}
