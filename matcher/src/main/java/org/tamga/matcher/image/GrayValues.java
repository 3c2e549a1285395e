package org.tamga.matcher.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** The pixels of a decoded image as 8-bit grey, transparent ones over white. */
final class GrayValues {
    private static final int BITS = 8;
    private static final int WHITE = 255;

    private GrayValues() {}

    /** Row-major, one byte a pixel. */
    static byte[] of(BufferedImage image) {
        return isGray(image.getColorModel(), image.getRaster())
                ? ofSamples(image)
                : ofColour(image);
    }

    /** Overwrites what the image holds with zeroes. */
    static void wipe(BufferedImage image) {
        switch (image.getRaster().getDataBuffer()) {
            case DataBufferByte bytes -> {
                for (byte[] bank : bytes.getBankData()) {
                    Arrays.fill(bank, (byte) 0);
                }
            }
            case DataBufferUShort shorts -> {
                for (short[] bank : shorts.getBankData()) {
                    Arrays.fill(bank, (short) 0);
                }
            }
            case DataBufferInt ints -> {
                for (int[] bank : ints.getBankData()) {
                    Arrays.fill(bank, 0);
                }
            }
            case DataBuffer other -> {
                for (int bank = 0; bank < other.getNumBanks(); bank++) {
                    for (int i = 0; i < other.getSize(); i++) {
                        other.setElem(bank, i, 0);
                    }
                }
            }
        }
    }

    /** Grey of 8 to 16 bits, with or without transparency. */
    private static boolean isGray(ColorModel model, Raster raster) {
        int transfer = raster.getTransferType();
        return !(model instanceof IndexColorModel)
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && (transfer == DataBuffer.TYPE_BYTE || transfer == DataBuffer.TYPE_USHORT)
                && Arrays.stream(model.getComponentSize()).allMatch(bits -> bits >= BITS);
    }

    /** Taken raw: the colour model would apply a gamma that no scanner meant. */
    private static byte[] ofSamples(BufferedImage image) {
        int width = image.getWidth();
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        byte[] gray = new byte[width * image.getHeight()];
        int[] values = new int[width];
        int[] alphas = new int[width];
        Arrays.fill(alphas, WHITE);
        for (int y = 0; y < image.getHeight(); y++) {
            row(raster, y, 0, model.getComponentSize(0), values);
            if (model.hasAlpha()) {
                row(raster, y, 1, model.getComponentSize(1), alphas);
            }
            for (int x = 0; x < width; x++) {
                int shown =
                        model.isAlphaPremultiplied() ? values[x] * WHITE : values[x] * alphas[x];
                gray[y * width + x] = overWhite(shown, alphas[x]);
            }
        }
        Arrays.fill(values, 0);
        return gray;
    }

    private static void row(Raster raster, int y, int band, int bits, int[] into) {
        raster.getSamples(0, y, into.length, 1, band, into);
        for (int x = 0; x < into.length; x++) {
            into[x] >>= bits - BITS;
        }
    }

    private static byte[] ofColour(BufferedImage image) {
        int width = image.getWidth();
        byte[] gray = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                gray[y * width + x] = overWhite(luma(row[x]) * (row[x] >>> 24), row[x] >>> 24);
            }
        }
        Arrays.fill(row, 0);
        return gray;
    }

    /** ITU-R BT.601. */
    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
    }

    /** Transparent means background. */
    private static byte overWhite(int shown, int alpha) {
        return (byte) Math.min(WHITE, (shown + WHITE * (WHITE - alpha)) / WHITE);
    }
}
