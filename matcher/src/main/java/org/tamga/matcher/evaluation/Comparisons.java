package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /**
     * A comparison of two impressions; for a genuine one both fingers are the same.
     *
     * @param quality the lower quality of the two, 0–100
     */
    public record Pair(int fingerA, int fingerB, double score, int quality)
            implements Comparable<Pair> {
        /** Without a quality. */
        public Pair(int fingerA, int fingerB, double score) {
            this(fingerA, fingerB, score, 0);
        }

        Pair renumbered(int offset) {
            return new Pair(fingerA + offset, fingerB + offset, score, quality);
        }

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

    /** All pairs of several sets, none between sets; fingers of later sets are renumbered. */
    public static Comparisons pooled(List<Comparisons> sets) {
        List<Pair> genuine = new ArrayList<>();
        List<Pair> impostor = new ArrayList<>();
        int fingers = 0;
        for (Comparisons set : sets) {
            int before = fingers;
            set.genuine.forEach(pair -> genuine.add(pair.renumbered(before)));
            set.impostor.forEach(pair -> impostor.add(pair.renumbered(before)));
            fingers += set.fingers;
        }
        Collections.sort(genuine);
        Collections.sort(impostor);
        return new Comparisons(fingers, genuine, impostor);
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
                                        probe.score(other.template()),
                                        Math.min(first.quality(), other.quality())))
                .toList();
    }
}
