package org.tamga.matcher.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tamga.matcher.Probe;

/**
 * All scores of a set: every unordered pair of impressions once, the earlier one as probe.
 *
 * @param genuine pairs of one finger, by rising score
 * @param impostor pairs of two fingers, by rising score
 */
public record Comparisons(int fingers, List<Pair> genuine, List<Pair> impostor) {
    public Comparisons {
        genuine = List.copyOf(genuine);
        impostor = List.copyOf(impostor);
    }

    /** A comparison of two impressions; for a genuine one both fingers are the same. */
    public record Pair(int fingerA, int fingerB, double score) implements Comparable<Pair> {
        boolean isGenuine() {
            return fingerA == fingerB;
        }

        @Override
        public int compareTo(Pair other) {
            return Double.compare(score, other.score);
        }
    }

    /** Compares on all cores. */
    public static Comparisons of(FingerSet set, Runnable onProbe) {
        List<FingerSet.Sample> samples = set.samples();
        Pair[] pairs =
                IntStream.range(0, samples.size())
                        .parallel()
                        .boxed()
                        .flatMap(
                                i -> {
                                    List<Pair> row = row(samples, i);
                                    onProbe.run();
                                    return row.stream();
                                })
                        .toArray(Pair[]::new);
        Arrays.sort(pairs);
        return new Comparisons(
                set.fingers(),
                Stream.of(pairs).filter(Pair::isGenuine).toList(),
                Stream.of(pairs).filter(pair -> !pair.isGenuine()).toList());
    }

    private static List<Pair> row(List<FingerSet.Sample> samples, int i) {
        FingerSet.Sample first = samples.get(i);
        Probe probe = Probe.of(first.template());
        return samples.subList(i + 1, samples.size()).stream()
                .map(
                        other ->
                                new Pair(
                                        first.finger(),
                                        other.finger(),
                                        probe.score(other.template())))
                .toList();
    }
}
