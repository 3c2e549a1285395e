package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.engine.FalseMatchCurve.Point;

/**
 * False match rate by score from impostor comparisons: measured quantiles as far as 20 comparisons
 * lie beyond them, then an exponential tail (peaks over threshold, Pickands 1975, shape 0) whose
 * scale is the mean excess above the 1 % quantile. The upper 97.5 % bootstrap bound over fingers of
 * that scale tells how far the extrapolation can be trusted.
 */
public final class CalibrationFit {
    /** The method in one line, for the provenance. */
    public static final String METHOD =
            "points: quantiles with at least 20 comparisons beyond; tail: exponential, scale = mean"
                    + " excess above the 1 % quantile";

    private static final double[] RATES = {0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001};
    private static final int MIN_BEYOND = 20;
    private static final int MIN_COMPARISONS = 2000;
    private static final double TAIL_FROM = 0.01;
    private static final int ROUNDS = 200;
    private static final long SEED = 7;

    private CalibrationFit() {}

    /**
     * @throws IllegalArgumentException with fewer than 2,000 impostor comparisons
     */
    public static FalseMatchCurve of(Comparisons comparisons) {
        List<Comparisons.Pair> impostors = comparisons.impostor();
        if (impostors.size() < MIN_COMPARISONS) {
            throw new IllegalArgumentException(
                    "a calibration needs %d impostor comparisons, there are %d"
                            .formatted(MIN_COMPARISONS, impostors.size()));
        }
        List<Point> points = new ArrayList<>();
        for (double rate : RATES) {
            if (rate * impostors.size() >= MIN_BEYOND) {
                add(points, impostors.get((int) (impostors.size() * (1 - rate))).score(), rate);
            }
        }
        double from = impostors.get((int) (impostors.size() * (1 - TAIL_FROM))).score();
        List<Comparisons.Pair> beyond =
                impostors.stream().filter(pair -> pair.score() > from).toList();
        int[] once = new int[comparisons.fingers()];
        Arrays.fill(once, 1);
        return new FalseMatchCurve(
                impostors.size(),
                points,
                Math.log(10) * meanExcess(beyond, from, once),
                Math.log(10) * excessBound(beyond, from, comparisons.fingers()));
    }

    private static void add(List<Point> points, double score, double rate) {
        double previous = points.isEmpty() ? 0 : points.getLast().score();
        if (score > previous) {
            points.add(new Point(score, rate));
        }
    }

    private static double excessBound(List<Comparisons.Pair> beyond, double from, int fingers) {
        double[] means =
                IntStream.range(0, ROUNDS)
                        .mapToDouble(
                                round ->
                                        meanExcess(
                                                beyond,
                                                from,
                                                Bootstrap.draw(fingers, SEED + round)))
                        .sorted()
                        .toArray();
        double[] finite = DoubleStream.of(means).filter(Double::isFinite).toArray();
        return finite[Math.min(finite.length - 1, (int) Math.ceil(0.975 * finite.length))];
    }

    private static double meanExcess(List<Comparisons.Pair> beyond, double from, int[] drawn) {
        double[] sums = new double[2];
        for (Comparisons.Pair pair : beyond) {
            double weight = Bootstrap.weight(pair, drawn);
            sums[0] += weight;
            sums[1] += weight * (pair.score() - from);
        }
        return sums[0] == 0 ? Double.NaN : sums[1] / sums[0];
    }
}
