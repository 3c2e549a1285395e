package org.tamga.matcher.evaluation;

import java.util.Arrays;
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
        double[] values =
                IntStream.range(0, ROUNDS)
                        .parallel()
                        .mapToDouble(
                                round -> {
                                    int[] drawn = draw(comparisons.fingers(), SEED + round);
                                    return statistic.applyAsDouble(
                                            ErrorCurve.weighted(
                                                    comparisons, pair -> weight(pair, drawn)));
                                })
                        .sorted()
                        .toArray();
        return new Interval(
                values[(int) (0.025 * (ROUNDS - 1))], values[(int) (0.975 * (ROUNDS - 1))]);
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
