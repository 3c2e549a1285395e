package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Error versus discard (Grother and Tabassi 2007): false non-match rate at a fixed threshold when
 * the genuine pairs of lowest quality are left out. A quality that foretells refusals makes it fall
 * fast.
 *
 * @param threshold score at which the false match rate of the whole set is 0.1 %
 */
public record DiscardCurve(double threshold, List<Point> points) {
    private static final double FMR = 1e-3;
    private static final double MOST_DISCARDED = 0.4;
    private static final double STEP = 0.05;

    /**
     * @param discarded share of genuine pairs left out, those of lowest quality
     * @param ideal the rate if quality knew the scores: the refused pairs go first
     */
    public record Point(double discarded, double fnmr, double ideal) {}

    public DiscardCurve {
        points = List.copyOf(points);
    }

    public static DiscardCurve of(Comparisons comparisons) {
        double threshold = ErrorCurve.of(comparisons).thresholdAtFmr(FMR);
        List<Comparisons.Pair> pairs = new ArrayList<>(comparisons.genuine());
        pairs.sort(Comparator.comparingInt(Comparisons.Pair::quality));
        long refused = refused(pairs, threshold);
        List<Point> points = new ArrayList<>();
        for (int step = 0; step * STEP <= MOST_DISCARDED + 1e-9; step++) {
            int discarded = (int) Math.round(step * STEP * pairs.size());
            double kept = Math.max(1, pairs.size() - discarded);
            points.add(
                    new Point(
                            step * STEP,
                            refused(pairs.subList(discarded, pairs.size()), threshold) / kept,
                            Math.max(0, refused - discarded) / kept));
        }
        return new DiscardCurve(threshold, points);
    }

    private static long refused(List<Comparisons.Pair> pairs, double threshold) {
        return pairs.stream().filter(pair -> pair.score() < threshold).count();
    }
}
