package org.tamga.matcher.dedup;

import org.tamga.matcher.Threshold;

/**
 * From which score a pair is suspected. Any impression of one subject may be compared with any of
 * the other, in both directions; the expected number of false suspicions is at most the number of
 * these comparisons times the false match rate of one (union bound).
 *
 * @param threshold score that a pair needs
 * @param floor score of a search from which a pair is compared in full: that of a hundred times the
 *     false positive rate asked for, so that hardly a pair is lost and hardly one is for nothing
 * @param comparisons of one direction in the whole job
 */
public record SuspicionRule(double threshold, double floor, long comparisons) {
    private static final int NEAR = 100;
    private static final int HIGHEST_RATE = 100_000;

    /**
     * @param fpirPerMillion false suspicions per million subjects of the batch, 1–100,000
     */
    public static SuspicionRule of(Population population, int fpirPerMillion) {
        long batch = Population.impressions(population.batch());
        long register = Population.impressions(population.register());
        int subjects = Math.max(1, population.batch().size());
        int gallery = Math.toIntExact(batch + 2 * register);
        int presented = Math.toIntExact((batch + subjects - 1) / subjects);
        int near = Math.min(HIGHEST_RATE, NEAR * fpirPerMillion);
        return new SuspicionRule(
                score(fpirPerMillion, gallery, presented),
                score(near, gallery, presented),
                batch * gallery);
    }

    private static double score(int perMillion, int gallery, int presented) {
        return Threshold.identification(perMillion, gallery)
                .forComparisons(Math.max(1, presented))
                .score();
    }

    /** False suspicions of this score and more that are to be expected in the whole job. */
    public double expectedFalse(double score) {
        return comparisons * falseMatchRate(score);
    }

    /** False match rate of one comparison in one direction. */
    public static double falseMatchRate(double score) {
        return Threshold.ofScore(score).falseMatchRate();
    }
}
