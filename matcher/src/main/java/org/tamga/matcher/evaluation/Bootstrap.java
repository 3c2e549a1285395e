package org.tamga.matcher.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % intervals by resampling fingers, not comparisons: comparisons of one finger are not
 * independent (Bolle, Ratha and Pankanti 2004). A comparison of fingers a and b weighs as often as
 * both were drawn.
 */
public final class Bootstrap {
    private static final int ROUNDS = 500;
    private static final long SEED = 20_021_102L;

    private Bootstrap() {}

    /** 2.5 and 97.5 % points of a statistic. */
    public record Interval(double low, double high) {}

    public static Interval interval(
            Comparisons comparisons, ToDoubleFunction<ErrorCurve> statistic) {
        return intervals(comparisons, List.of(statistic)).getFirst();
    }

    /** Of several statistics from the same rounds. */
    public static List<Interval> intervals(
            Comparisons comparisons, List<ToDoubleFunction<ErrorCurve>> statistics) {
        double[][] rounds =
                IntStream.range(0, ROUNDS)
                        .parallel()
                        .mapToObj(
                                round -> {
                                    int[] drawn = draw(comparisons.fingers(), SEED + round);
                                    ErrorCurve curve =
                                            ErrorCurve.weighted(
                                                    comparisons, pair -> weight(pair, drawn));
                                    return statistics.stream()
                                            .mapToDouble(s -> s.applyAsDouble(curve))
                                            .toArray();
                                })
                        .toArray(double[][]::new);
        return IntStream.range(0, statistics.size())
                .mapToObj(i -> of(Arrays.stream(rounds).mapToDouble(round -> round[i]).toArray()))
                .toList();
    }

    /** Of a statistic of what was drawn: how often each of so many took part. */
    static Interval interval(int drawnOf, ToDoubleFunction<int[]> statistic) {
        return of(
                IntStream.range(0, ROUNDS)
                        .parallel()
                        .mapToDouble(round -> statistic.applyAsDouble(draw(drawnOf, SEED + round)))
                        .toArray());
    }

    private static Interval of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? new Interval(0, 1)
                : new Interval(
                        sorted[(int) (0.025 * (sorted.length - 1))],
                        sorted[(int) (0.975 * (sorted.length - 1))]);
    }

    /** How often each finger was drawn. At least two different ones, or there were no impostors. */
    static int[] draw(int fingers, long seed) {
        Random random = new Random(seed);
        int[] drawn = new int[fingers];
        do {
            Arrays.fill(drawn, 0);
            for (int i = 0; i < fingers; i++) {
                drawn[random.nextInt(fingers)]++;
            }
        } while (fingers > 1 && Arrays.stream(drawn).filter(count -> count > 0).count() < 2);
        return drawn;
    }

    static double weight(Comparisons.Pair pair, int[] drawn) {
        return pair.isGenuine()
                ? drawn[pair.fingerA()]
                : (double) drawn[pair.fingerA()] * drawn[pair.fingerB()];
    }
}
