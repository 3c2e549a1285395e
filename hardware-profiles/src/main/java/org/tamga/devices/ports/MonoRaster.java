package org.tamga.devices.ports;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A black-and-white picture as thermal printers take it: rows of packed bits, most significant
 * first, 1 = black.
 */
public final class MonoRaster {
    private static final int MIDDLE_GREY = 128;

    private final int width;
    private final int height;
    private final byte[] bits;

    /**
     * @param width dots, 1 or more
     * @param height dots, 1 or more
     * @param bits {@code ceil(width / 8) × height} bytes
     */
    public MonoRaster(int width, int height, byte[] bits) {
        if (width < 1 || height < 1 || bits.length != (long) bytesFor(width) * height) {
            throw new IllegalArgumentException(
                    "%d × %d dots do not fit %d bytes".formatted(width, height, bits.length));
        }
        this.width = width;
        this.height = height;
        this.bits = bits.clone();
    }

    /** Darker than middle grey becomes black; transparent is paper. */
    public static MonoRaster of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] bits = new byte[bytesFor(width) * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBlack(image.getRGB(x, y))) {
                    bits[y * bytesFor(width) + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new MonoRaster(width, height, bits);
    }

    private static boolean isBlack(int argb) {
        int alpha = argb >>> 24;
        int luma =
                (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
        return alpha >= MIDDLE_GREY && luma < MIDDLE_GREY;
    }

    private static int bytesFor(int width) {
        return (width + 7) / 8;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int bytesPerRow() {
        return bytesFor(width);
    }

    /** True when the dot at column x, row y is black. */
    public boolean black(int x, int y) {
        return (bits[y * bytesPerRow() + x / 8] & 0x80 >> (x % 8)) != 0;
    }

    /** Packed rows {@code from} (inclusive) to {@code to} (exclusive). */
    public byte[] rows(int from, int to) {
        return Arrays.copyOfRange(bits, from * bytesPerRow(), to * bytesPerRow());
    }

    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, black(x, y) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonoRaster that
                && width == that.width
                && height == that.height
                && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "MonoRaster[%d × %d]".formatted(width, height);
    }
}
