package org.tamga.matcher.face;

import java.util.Arrays;
import java.util.List;

/**
 * The weaker method: histograms of uniform local binary patterns (Ahonen, Hadid and Pietikäinen
 * 2006) on an 8 × 8 grid of the aligned face, compared by chi square. On people's photographs its
 * equal error rate is around a third: a display aid, which is why its answer is only a hint.
 */
public final class LocalTexture implements AutoCloseable {
    private static final int SIDE = 128;
    private static final int GRID = 8;
    private static final int BINS = 59;
    private static final int OTHER = 58;
    private static final List<FaceBox.Point> TEMPLATE =
            List.of(
                    new FaceBox.Point(42, 52),
                    new FaceBox.Point(86, 52),
                    new FaceBox.Point(64, 76),
                    new FaceBox.Point(46, 98),
                    new FaceBox.Point(82, 98));

    private final double[] histograms;

    private LocalTexture(double[] histograms) {
        this.histograms = histograms;
    }

    /**
     * Describes a face.
     *
     * @throws IllegalArgumentException when it is not {@link FaceBox#isUsable() usable}
     */
    public static LocalTexture of(FaceImage image, FaceBox face) {
        return new LocalTexture(histograms(image, face));
    }

    /** How alike two faces look. */
    public FaceComparison.Hint compare(LocalTexture other) {
        double distance = 0;
        for (int i = 0; i < histograms.length; i++) {
            double sum = histograms[i] + other.histograms[i];
            double difference = histograms[i] - other.histograms[i];
            distance += sum > 0 ? difference * difference / sum : 0;
        }
        return new FaceComparison.Hint(1 - distance / (2 * GRID * GRID));
    }

    /** Overwrites the description with zeroes. */
    @Override
    public void close() {
        Arrays.fill(histograms, 0);
    }

    /** Of every cell, each with sum 1. */
    private static double[] histograms(FaceImage image, FaceBox face) {
        if (!face.isUsable()) {
            throw new IllegalArgumentException("the face is not usable");
        }
        double[] histograms = new double[GRID * GRID * BINS];
        int cell = SIDE / GRID;
        double weight = 1.0 / (cell * cell);
        try (FaceImage aligned =
                Resampling.draw(
                        image,
                        Similarity.fit(face.landmarks(), TEMPLATE),
                        SIDE + 2,
                        SIDE + 2,
                        Resampling.Border.REFLECTED)) {
            for (int y = 1; y <= SIDE; y++) {
                for (int x = 1; x <= SIDE; x++) {
                    int at = (y - 1) / cell * GRID + (x - 1) / cell;
                    histograms[at * BINS + uniform(pattern(aligned, x, y))] += weight;
                }
            }
        }
        return histograms;
    }

    /** Which of the eight neighbours are at least as bright, clockwise from the top left. */
    private static int pattern(FaceImage image, int x, int y) {
        int middle = image.luma(x, y);
        int pattern = 0;
        pattern |= image.luma(x - 1, y - 1) >= middle ? 1 : 0;
        pattern |= image.luma(x, y - 1) >= middle ? 2 : 0;
        pattern |= image.luma(x + 1, y - 1) >= middle ? 4 : 0;
        pattern |= image.luma(x + 1, y) >= middle ? 8 : 0;
        pattern |= image.luma(x + 1, y + 1) >= middle ? 16 : 0;
        pattern |= image.luma(x, y + 1) >= middle ? 32 : 0;
        pattern |= image.luma(x - 1, y + 1) >= middle ? 64 : 0;
        pattern |= image.luma(x - 1, y) >= middle ? 128 : 0;
        return pattern;
    }

    /** Patterns with at most two changes around the circle have a bin of their own. */
    private static int uniform(int pattern) {
        int rotated = (pattern >> 1 | pattern << 7) & 0xff;
        if (Integer.bitCount(pattern ^ rotated) > 2) {
            return OTHER;
        }
        int ones = Integer.bitCount(pattern);
        if (ones == 0) {
            return 0;
        }
        if (ones == 8) {
            return 57;
        }
        int start = Integer.numberOfTrailingZeros(pattern & ~(pattern << 1 | pattern >> 7));
        return 1 + (ones - 1) * 8 + start % 8;
    }
}
