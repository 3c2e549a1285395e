package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tamga.matcher.Probe;

/**
 * The scores of a set's pairs of impressions, each unordered pair once at most, the earlier one as
 * probe.
 *
 * @param genuine pairs of one finger, by rising score
 * @param impostor pairs of two fingers, by rising score
 */
public record Comparisons(int fingers, List<Pair> genuine, List<Pair> impostor) {
    public Comparisons {
        genuine = List.copyOf(genuine);
        impostor = List.copyOf(impostor);
    }

    /** Which pairs are compared. */
    public enum Pairs {
        /** Every two impressions. */
        EVERY,
        /**
         * As the Fingerprint Verification Competitions do: every two impressions of a finger, of
         * different fingers the first impressions only.
         */
        FVC,
        /** The first impression of each finger as enrolled against all but the first of all. */
        ENROLLED
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

    /** Every pair, on all cores. */
    public static Comparisons of(FingerSet set, Runnable onProbe) {
        return of(set, Pairs.EVERY, onProbe);
    }

    /** Compares on all cores. */
    public static Comparisons of(FingerSet set, Pairs pairs, Runnable onProbe) {
        List<FingerSet.Sample> samples = set.samples();
        boolean[] first = first(set);
        Pair[] compared =
                IntStream.range(0, samples.size())
                        .parallel()
                        .boxed()
                        .flatMap(
                                i -> {
                                    List<Pair> row = row(samples, first, i, pairs);
                                    onProbe.run();
                                    return row.stream();
                                })
                        .toArray(Pair[]::new);
        Arrays.parallelSort(compared);
        return new Comparisons(
                set.fingers(),
                Stream.of(compared).filter(Pair::isGenuine).toList(),
                Stream.of(compared).filter(pair -> !pair.isGenuine()).toList());
    }

    private static boolean[] first(FingerSet set) {
        boolean[] seen = new boolean[set.fingers()];
        boolean[] first = new boolean[set.samples().size()];
        for (int i = 0; i < first.length; i++) {
            int finger = set.samples().get(i).finger();
            first[i] = !seen[finger];
            seen[finger] = true;
        }
        return first;
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

    private static List<Pair> row(
            List<FingerSet.Sample> samples, boolean[] first, int i, Pairs pairs) {
        if (pairs == Pairs.ENROLLED && !first[i]) {
            return List.of();
        }
        FingerSet.Sample probe = samples.get(i);
        Probe prepared = Probe.of(probe.template());
        return IntStream.range(pairs == Pairs.ENROLLED ? 0 : i + 1, samples.size())
                .filter(
                        j ->
                                switch (pairs) {
                                    case EVERY -> true;
                                    case FVC ->
                                            samples.get(j).finger() == probe.finger()
                                                    || (first[i] && first[j]);
                                    case ENROLLED -> !first[j];
                                })
                .mapToObj(samples::get)
                .map(
                        other ->
                                new Pair(
                                        probe.finger(),
                                        other.finger(),
                                        prepared.score(other.template()),
                                        Math.min(probe.quality(), other.quality())))
                .toList();
    }
}
