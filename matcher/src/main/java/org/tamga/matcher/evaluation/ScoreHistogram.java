package org.tamga.matcher.evaluation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Genuine and impostor scores as two histograms over one axis; the vertical axis is a square root.
 */
public final class ScoreHistogram {
    private static final int BINS = 75;
    private static final double BIN = 4;
    private static final Color GENUINE = new Color(0, 110, 90, 170);
    private static final Color IMPOSTOR = new Color(190, 60, 40, 170);

    private ScoreHistogram() {}

    /** Draws scores 0–300, higher ones in the last bin. */
    public static BufferedImage draw(String title, Comparisons comparisons) {
        Axis x = Axis.linear("score", BINS * BIN, 0, 25, 50, 75, 100, 150, 200, 250, 300);
        Axis y = Axis.squareRoot("share of the pairs", 1, 0.01, 0.05, 0.1, 0.25, 0.5, 1);
        try (Plot plot = new Plot(title, x, y, 780, 400, 220)) {
            bars(plot, comparisons.impostor(), IMPOSTOR);
            bars(plot, comparisons.genuine(), GENUINE);
            plot.legend(
                    "%,d genuine pairs".formatted(comparisons.genuine().size()),
                    GENUINE,
                    Plot.Stroke.BOLD);
            plot.legend(
                    "%,d impostor pairs".formatted(comparisons.impostor().size()),
                    IMPOSTOR,
                    Plot.Stroke.BOLD);
            return plot.image();
        }
    }

    private static void bars(Plot plot, List<Comparisons.Pair> pairs, Color colour) {
        int[] counts = new int[BINS];
        for (Comparisons.Pair pair : pairs) {
            counts[Math.min(BINS - 1, (int) (pair.score() / BIN))]++;
        }
        for (int bin = 0; bin < BINS; bin++) {
            double share = (double) counts[bin] / Math.max(1, pairs.size());
            plot.bar(bin * BIN, (bin + 1) * BIN, share, colour);
        }
    }
}
