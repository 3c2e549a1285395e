package org.tamga.matcher.engine;

/**
 * The image in square blocks of about 0.8 mm (two ridge periods), each with its contrast,
 * orientation coherence and share of dark pixels. Coherence is that of the averaged squared
 * gradients (Kass and Witkin 1987; Bazen and Gerez 2002).
 */
final class RidgeBlocks {
    private static final double BLOCK_MM = 0.8;
    private static final double MM_PER_INCH = 25.4;
    private static final double MIN_DEVIATION = 12;
    private static final double MIN_COHERENCE = 0.15;

    private final int width;
    private final int height;
    private final double dpi;
    private final byte[] pixels;
    private final int side;

    private int blocks;
    private double contrast;
    private double coherence;
    private double ridge;
    private double centreX;
    private double centreY;

    RidgeBlocks(int width, int height, double dpi, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.dpi = dpi;
        this.pixels = pixels;
        this.side = Math.max(4, (int) Math.round(BLOCK_MM * dpi / MM_PER_INCH));
    }

    QualityMeasures measure() {
        for (int top = 0; top + side <= height; top += side) {
            for (int left = 0; left + side <= width; left += side) {
                addBlock(left, top);
            }
        }
        double mm = MM_PER_INCH / dpi;
        double n = Math.max(1, blocks);
        return new QualityMeasures(
                blocks * side * mm * side * mm,
                width * mm,
                height * mm,
                contrast / n,
                coherence / n,
                ridge / n,
                blocks == 0 ? 0 : Math.abs(centreX / n / (width / 2.0) - 1),
                blocks == 0 ? 0 : Math.abs(centreY / n / (height / 2.0) - 1));
    }

    private void addBlock(int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int value = at(x, y);
                sum += value;
                squares += (double) value * value;
            }
        }
        double count = (double) side * side;
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        if (deviation < MIN_DEVIATION) {
            return;
        }
        double blockCoherence = coherence(left, top);
        if (blockCoherence < MIN_COHERENCE) {
            return;
        }
        blocks++;
        contrast += 2 * deviation;
        coherence += blockCoherence;
        ridge += darkShare(left, top);
        centreX += left + side / 2.0;
        centreY += top + side / 2.0;
    }

    /** 1 when all gradients of the block share one direction, 0 when they have none in common. */
    private double coherence(int left, int top) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int y = Math.max(1, top); y < Math.min(height - 1, top + side); y++) {
            for (int x = Math.max(1, left); x < Math.min(width - 1, left + side); x++) {
                double gx = at(x + 1, y) - at(x - 1, y);
                double gy = at(x, y + 1) - at(x, y - 1);
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
            }
        }
        double energy = xx + yy;
        return energy == 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / energy;
    }

    /** Share of pixels darker than the middle between the block's darkest and lightest decile. */
    private double darkShare(int left, int top) {
        int[] histogram = new int[256];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                histogram[at(x, y)]++;
            }
        }
        int count = side * side;
        double middle =
                (percentile(histogram, count / 10) + percentile(histogram, count * 9 / 10)) / 2.0;
        int dark = 0;
        for (int value = 0; value < middle; value++) {
            dark += histogram[value];
        }
        return (double) dark / count;
    }

    private static int percentile(int[] histogram, int rank) {
        int seen = 0;
        for (int value = 0; value < histogram.length; value++) {
            seen += histogram[value];
            if (seen > rank) {
                return value;
            }
        }
        return histogram.length - 1;
    }

    private int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }
}
