package org.tamga.matcher.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Many sums of scores, each with the fingers that took part in it. */
final class Sums {
    private static final int ROUNDS = 200;
    private static final long SEED = 7;

    private final double[] scores;
    private final int[] members;
    private final int membersEach;
    private int size;

    Sums(int capacity, int membersEach) {
        this.scores = new double[capacity];
        this.members = new int[capacity * membersEach];
        this.membersEach = membersEach;
    }

    void add(double score, int[] of) {
        scores[size] = score;
        System.arraycopy(of, 0, members, size * membersEach, membersEach);
        size++;
    }

    /** By rising score. */
    Sums sorted() {
        // Scores are not negative: their bits rise with them.
        long[] keys =
                IntStream.range(0, size)
                        .mapToLong(i -> ((long) Float.floatToIntBits((float) scores[i]) << 32) | i)
                        .sorted()
                        .toArray();
        Sums sorted = new Sums(size, membersEach);
        LongStream.of(keys)
                .mapToInt(key -> (int) key)
                .forEach(
                        i ->
                                sorted.add(
                                        scores[i],
                                        Arrays.copyOfRange(
                                                members, i * membersEach, (i + 1) * membersEach)));
        return sorted;
    }

    int size() {
        return size;
    }

    /** The score that a share of the sums reaches. */
    double quantile(double rate) {
        return scores[Math.clamp((long) (size * (1 - rate)), 0, size - 1)];
    }

    /** Share of the sums that reach a score. */
    double reaching(double score) {
        int below = 0;
        while (below < size && scores[below] < score) {
            below++;
        }
        return (size - below) / (double) size;
    }

    /** Upper 97.5 % bounds, bootstrapped over fingers, of the scores at falling rates. */
    double[] quantileBounds(double[] rates, int fingers) {
        double[][] rounds =
                IntStream.range(0, ROUNDS)
                        .parallel()
                        .mapToObj(round -> quantiles(rates, Bootstrap.draw(fingers, SEED + round)))
                        .toArray(double[][]::new);
        double[] bounds = new double[rates.length];
        for (int rate = 0; rate < rates.length; rate++) {
            int at = rate;
            double[] values =
                    Arrays.stream(rounds)
                            .mapToDouble(round -> round[at])
                            .filter(Double::isFinite)
                            .sorted()
                            .toArray();
            bounds[rate] =
                    values.length == 0
                            ? 0
                            : values[Math.min(values.length - 1, (int) (0.975 * values.length))];
        }
        return bounds;
    }

    private double[] quantiles(double[] rates, int[] drawn) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> weight(i, drawn));
        double total = Arrays.stream(weights).sum();
        double[] quantiles = new double[rates.length];
        Arrays.fill(quantiles, Double.NaN);
        double beyond = 0;
        int at = size;
        // From the rarest rate to the most common one, from the highest score downwards.
        for (int i = rates.length - 1; i >= 0 && total > 0; i--) {
            while (at > 0 && beyond < rates[i] * total) {
                beyond += weights[--at];
            }
            quantiles[i] = scores[Math.min(at, size - 1)];
        }
        return quantiles;
    }

    private double weight(int sum, int[] drawn) {
        double weight = 1;
        for (int i = sum * membersEach; i < (sum + 1) * membersEach; i++) {
            weight *= drawn[members[i]];
        }
        return weight;
    }
}
