package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                    + " excess above the 1 % quantile; bounds: upper 97.5 % of 200 bootstrap rounds"
                    + " over fingers";

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
        double[] rates =
                DoubleStream.of(RATES)
                        .filter(rate -> rate * impostors.size() >= MIN_BEYOND)
                        .toArray();
        double[] bounds = quantileBounds(impostors, comparisons.fingers(), rates);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            double score = impostors.get((int) (impostors.size() * (1 - rates[i]))).score();
            add(points, new Point(score, rates[i], Math.max(score, bounds[i])));
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

    private static void add(List<Point> points, Point point) {
        double previous = points.isEmpty() ? 0 : points.getLast().score();
        if (point.score() > previous) {
            points.add(point);
        }
    }

    /** Upper 97.5 % bound of the score at each rate. */
    private static double[] quantileBounds(
            List<Comparisons.Pair> impostors, int fingers, double[] rates) {
        double[][] rounds = new double[rates.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int[] drawn = Bootstrap.draw(fingers, SEED + round);
            double total = impostors.stream().mapToDouble(p -> Bootstrap.weight(p, drawn)).sum();
            double beyond = 0;
            int at = impostors.size();
            // From the rarest rate to the most common one, from the highest score downwards.
            for (int i = rates.length - 1; i >= 0; i--) {
                while (at > 0 && beyond < rates[i] * total) {
                    beyond += Bootstrap.weight(impostors.get(--at), drawn);
                }
                rounds[i][round] = impostors.get(Math.min(at, impostors.size() - 1)).score();
            }
        }
        return Stream.of(rounds).mapToDouble(CalibrationFit::upper).toArray();
    }

    private static double upper(double[] values) {
        double[] sorted = DoubleStream.of(values).filter(Double::isFinite).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(0.975 * sorted.length))];
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
                        .toArray();
        return upper(means);
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
