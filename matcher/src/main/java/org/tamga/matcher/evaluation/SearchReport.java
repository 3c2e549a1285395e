package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.evaluation.OpenSearches.Search;

/**
 * What searches of a gallery miss at what false positive identification rate; rates are shares 0–1.
 * A mate is missed when it is not first in rank or does not reach the threshold.
 *
 * @param set folder the searching fingers come from, or a word for all
 * @param way what was compared
 * @param mated number of searches with the mate enrolled
 * @param strangers number of searches without
 * @param points by falling false positive identification rate
 * @param calibrated at the threshold for an FPIR of 0.1 % from the calibration
 */
public record SearchReport(
        String set,
        String way,
        int subjects,
        int fingers,
        int mated,
        int strangers,
        List<Point> points,
        Point calibrated) {
    private static final double[] FPIR = {0.1, 0.03, 0.01, 0.001};
    private static final int CALIBRATED_PER_MILLION = 1000;

    public SearchReport {
        points = List.copyOf(points);
    }

    /**
     * Misses at one threshold.
     *
     * @param fpir wanted; of the calibrated point the one counted
     * @param threshold lowest score that at most this share of the strangers reaches
     * @param fnir share of mates missed there
     * @param fnirInterval 95 %, bootstrapped over the people who search
     */
    public record Point(
            double fpir, double threshold, double fnir, Bootstrap.Interval fnirInterval) {}

    /** Searches of all sets, then of each by itself. */
    public static List<SearchReport> of(
            String all, String way, int subjects, int fingers, List<Search> searches) {
        List<SearchReport> reports = new ArrayList<>();
        List<String> folders = searches.stream().map(Search::folder).distinct().toList();
        if (folders.size() > 1) {
            for (String folder : folders) {
                Predicate<Search> own = search -> search.folder().equals(folder);
                reports.add(
                        report(
                                folder,
                                way,
                                subjects,
                                fingers,
                                searches.stream().filter(own).toList()));
            }
        }
        reports.add(
                report(
                        folders.size() > 1 ? all : folders.getFirst(),
                        way,
                        subjects,
                        fingers,
                        searches));
        return reports;
    }

    private static SearchReport report(
            String set, String way, int subjects, int fingers, List<Search> searches) {
        Counted counted = new Counted(searches);
        double calibrated =
                Threshold.identification(
                                CALIBRATED_PER_MILLION, (long) subjects * fingers, fingers, fingers)
                        .score();
        return new SearchReport(
                set,
                way,
                subjects,
                fingers,
                (int) searches.stream().filter(Search::mated).count(),
                (int) searches.stream().filter(search -> !search.mated()).count(),
                Arrays.stream(FPIR).mapToObj(counted::atFpir).toList(),
                counted.atThreshold(calibrated));
    }

    /** Searches with the number of times each person was drawn. */
    private static final class Counted {
        private final List<Search> byScore;
        private final int first;
        private final int people;

        /**
         * @param searches of people with neighbouring numbers
         */
        Counted(List<Search> searches) {
            byScore =
                    searches.stream()
                            .sorted((a, b) -> Double.compare(b.score(), a.score()))
                            .toList();
            IntSummaryStatistics numbers =
                    searches.stream().mapToInt(Search::person).summaryStatistics();
            first = numbers.getMin();
            people = numbers.getMax() - first + 1;
        }

        Point atFpir(double fpir) {
            int[] once = once();
            return new Point(
                    fpir,
                    threshold(fpir, once),
                    missed(threshold(fpir, once), once),
                    Bootstrap.interval(people, drawn -> missed(threshold(fpir, drawn), drawn)));
        }

        Point atThreshold(double threshold) {
            int[] once = once();
            return new Point(
                    reached(threshold, once),
                    threshold,
                    missed(threshold, once),
                    Bootstrap.interval(people, drawn -> missed(threshold, drawn)));
        }

        private int[] once() {
            int[] once = new int[people];
            Arrays.fill(once, 1);
            return once;
        }

        private double threshold(double fpir, int[] drawn) {
            double strangers = weight(false, drawn);
            double reaching = 0;
            for (Search search : byScore) {
                if (!search.mated()) {
                    reaching += drawn[search.person() - first];
                    if (reaching > fpir * strangers + 1e-9) {
                        return Math.nextUp(search.score());
                    }
                }
            }
            return 0;
        }

        private double missed(double threshold, int[] drawn) {
            double found = 0;
            for (Search search : byScore) {
                if (search.mated() && search.score() >= threshold && search.score() > 0) {
                    found += drawn[search.person() - first];
                }
            }
            return 1 - found / weight(true, drawn);
        }

        private double reached(double threshold, int[] drawn) {
            double reached = 0;
            for (Search search : byScore) {
                if (!search.mated() && search.score() >= threshold) {
                    reached += drawn[search.person() - first];
                }
            }
            return reached / weight(false, drawn);
        }

        private double weight(boolean mated, int[] drawn) {
            double weight = 0;
            for (Search search : byScore) {
                if (search.mated() == mated) {
                    weight += drawn[search.person() - first];
                }
            }
            return weight;
        }
    }
}
