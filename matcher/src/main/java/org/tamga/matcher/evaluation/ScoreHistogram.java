package org.tamga.matcher.evaluation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * How often scores occur, of genuine and impostor pairs; shares of all pairs in bins of 4.
 *
 * @param way what was compared
 */
public record ScoreHistogram(
        String way,
        int genuinePairs,
        List<Double> genuine,
        int impostorPairs,
        List<Double> impostor) {
    private static final int BINS = 75;
    private static final double BIN = 4;
    private static final Color GENUINE = new Color(0, 120, 100);
    private static final Color IMPOSTOR = new Color(200, 70, 40);
    private static final int FAINT = 110;

    public ScoreHistogram {
        genuine = List.copyOf(genuine);
        impostor = List.copyOf(impostor);
    }

    /** Scores 0–300, higher ones in the last bin. */
    public static ScoreHistogram of(String way, Comparisons comparisons) {
        return new ScoreHistogram(
                way,
                comparisons.genuine().size(),
                shares(comparisons.genuine()),
                comparisons.impostor().size(),
                shares(comparisons.impostor()));
    }

    /** All over one axis, the last one filled; the vertical axis is a square root. */
    public static BufferedImage draw(String title, List<ScoreHistogram> histograms) {
        Axis x = Axis.linear("score", BINS * BIN, 0, 25, 50, 75, 100, 150, 200, 250, 300);
        Axis y = Axis.squareRoot("share of the pairs", 1, 0.01, 0.05, 0.1, 0.25, 0.5, 1);
        try (Plot plot = new Plot(title, x, y, 720, 400, 300)) {
            for (ScoreHistogram histogram : histograms) {
                boolean filled = histogram.equals(histograms.getLast());
                histogram.draw(plot, "impostor", filled);
                histogram.draw(plot, "genuine", filled);
            }
            return plot.image();
        }
    }

    private void draw(Plot plot, String kind, boolean filled) {
        boolean ofOne = kind.equals("genuine");
        List<Double> shares = ofOne ? genuine : impostor;
        Color colour = ofOne ? GENUINE : IMPOSTOR;
        Plot.Stroke stroke = filled ? Plot.Stroke.FULL : Plot.Stroke.DASHED;
        if (filled) {
            Color faint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT);
            for (int bin = 0; bin < BINS; bin++) {
                plot.bar(bin * BIN, (bin + 1) * BIN, shares.get(bin), faint);
            }
        } else {
            outline(plot, shares, colour, stroke);
        }
        int pairs = ofOne ? genuinePairs : impostorPairs;
        plot.legend("%s, %,d %s".formatted(way, pairs, kind), colour, stroke);
    }

    private static void outline(Plot plot, List<Double> shares, Color colour, Plot.Stroke stroke) {
        int last = BINS;
        while (last > 1 && shares.get(last - 1) == 0) {
            last--;
        }
        double[] scores = new double[2 * last];
        double[] heights = new double[2 * last];
        for (int edge = 0; edge < 2 * last; edge++) {
            int bin = (edge + 1) / 2;
            scores[edge] = BIN * bin;
            heights[edge] = shares.get(edge / 2);
        }
        plot.line(scores, heights, colour, stroke);
    }

    private static List<Double> shares(List<Comparisons.Pair> pairs) {
        int[] counts = new int[BINS];
        for (Comparisons.Pair pair : pairs) {
            counts[Math.min(BINS - 1, (int) (pair.score() / BIN))]++;
        }
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add((double) count / Math.max(1, pairs.size()));
        }
        return shares;
    }
}
