package org.tamga.matcher;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A grey image of a finger: row-major, 8 bit, 0 = black ridge, 255 = white background.
 *
 * <p>Holds the given array itself, not a copy, so that {@link #close()} wipes the only one.
 *
 * @param width pixels, 1–4000
 * @param height pixels, 1–4000
 * @param dpi resolution in pixels per inch, {@value #MIN_DPI}–{@value #MAX_DPI}; scaled to 500 dpi
 *     the image may not exceed {@value #MAX_SIDE_AT_500} pixels a side (4 inches, a whole hand's
 *     four fingers): that bounds what extraction needs
 * @param pixels {@code width × height} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // wiped in place; equals, hashCode and toString are ours
public record GrayImage(int width, int height, double dpi, byte[] pixels) implements AutoCloseable {
    /** Longest side as captured, in pixels. */
    public static final int MAX_SIDE = 4000;

    /** Longest side as scaled to 500 dpi, in pixels. */
    public static final int MAX_SIDE_AT_500 = 2000;

    public static final double MIN_DPI = 100;
    public static final double MAX_DPI = 2000;

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public GrayImage {
        if (!isPlausible(width, height, dpi)) {
            throw new IllegalArgumentException(
                    "image of %d×%d at %s dpi is out of range".formatted(width, height, dpi));
        }
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "%d×%d pixels need %d bytes, not %d"
                            .formatted(width, height, width * height, pixels.length));
        }
    }

    /** Whether an image of this size and resolution can be taken. */
    public static boolean isPlausible(int width, int height, double dpi) {
        return width >= 1
                && height >= 1
                && width <= MAX_SIDE
                && height <= MAX_SIDE
                && dpi >= MIN_DPI
                && dpi <= MAX_DPI
                && Math.max(width, height) * 500 / dpi <= MAX_SIDE_AT_500;
    }

    /** Grey value, 0–255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Exchanges black and white in place, for sensors that show ridges light. */
    public void invert() {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] ^= (byte) 0xff;
        }
    }

    /** Overwrites the pixels with zeroes. */
    @Override
    public void close() {
        Arrays.fill(pixels, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrayImage image
                && width == image.width
                && height == image.height
                && dpi == image.dpi
                && MessageDigest.isEqual(pixels, image.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }

    @Override
    public String toString() {
        return "GrayImage[%d×%d, %s dpi]".formatted(width, height, dpi);
    }
}
