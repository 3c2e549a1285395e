package org.tamga.matcher.dedup;

import org.tamga.matcher.Threshold;
import org.tamga.matcher.engine.Calibration;
import org.tamga.matcher.engine.FalseMatchCurve;

/**
 * From which scores on a pair is suspected: that of its most similar fingers, or the sum of two
 * different fingers. Any impression of one subject may be compared with any of the other, in both
 * directions, and any two such comparisons of different fingers be summed. The expected number of
 * false suspicions is at most the number of these chances times the false match rate of one, at the
 * calibration's bounds (union bound). Where fingers can be summed, each of the two ways gets half.
 *
 * @param threshold score that one finger needs
 * @param sumThreshold score that two fingers need together; infinite when no positions are known
 * @param floor score of a search from which a pair is compared in full: of two fingers that reach
 *     their sum one reaches half of it; of one finger that of a hundred times the rate asked for
 * @param comparisons of one finger with one, in one direction, in the whole job
 * @param sums of two such comparisons
 */
public record SuspicionRule(
        double threshold, double sumThreshold, double floor, double comparisons, double sums) {
    private static final int NEAR = 100;

    /**
     * @param fpirPerMillion false suspicions per million subjects of the batch, 1–100,000
     */
    public static SuspicionRule of(Population population, int fpirPerMillion) {
        return of(Counts.of(population.batch()), Counts.of(population.register()), fpirPerMillion);
    }

    static SuspicionRule of(Counts batch, Counts register, int fpirPerMillion) {
        double subjects = Math.max(1, batch.subjects());
        long impressions = batch.impressions() + 2 * register.impressions();
        long couples = batch.couples() + 2 * register.couples();
        boolean summed = batch.couples() > 0;
        double presented = batch.impressions() / subjects * (summed ? 2 : 1);
        double threshold = score(fpirPerMillion, impressions, 1, presented);
        double near = score(fpirPerMillion, Math.max(1, impressions / NEAR), 1, presented);
        double sumThreshold =
                summed
                        ? score(fpirPerMillion, couples, 2, 2 * batch.couples() / subjects)
                        : Double.POSITIVE_INFINITY;
        return new SuspicionRule(
                threshold,
                sumThreshold,
                Math.min(near, sumThreshold / 2),
                (double) batch.impressions() * impressions,
                summed ? (double) batch.couples() * couples : 0);
    }

    private static double score(int perMillion, long gallery, int fingers, double presented) {
        return Threshold.identification(perMillion, gallery, fingers, 1)
                .forComparisons(Math.max(1, (int) Math.ceil(presented)))
                .score();
    }

    /** False suspicions to be expected in the whole job, at most. */
    public double expectedFalse() {
        return comparisons * one().falseMatchRate(threshold)
                + (sums > 0 ? sums * two().falseMatchRate(sumThreshold) : 0);
    }

    /** Pairs of such scores and higher ones to be expected by chance in the whole job, at most. */
    public double expectedFalse(double score, double sum) {
        return expected(score, sum, comparisons, sums);
    }

    /**
     * How often two different people with as many impressions would get as far, at most, as far as
     * that was measured: never less than once in the calibration's comparisons, times those of
     * these two, and twice that where two of their fingers can be summed.
     */
    public double falseMatchRate(double score, double sum, Enrolment a, Enrolment b) {
        Counts ofA = Counts.of(a);
        Counts ofB = Counts.of(b);
        double fingers = 2.0 * ofA.impressions() * ofB.impressions();
        double couples = 2.0 * ofA.couples() * ofB.couples();
        double ways = couples > 0 ? 2 : 1;
        return Math.max(
                expected(score, sum, fingers, couples), ways * fingers / one().comparisons());
    }

    private static double expected(double score, double sum, double comparisons, double sums) {
        double ofOne = comparisons * one().falseMatchRate(score);
        return sums == 0 ? ofOne : 2 * Math.min(ofOne, sums * two().falseMatchRate(sum));
    }

    private static FalseMatchCurve one() {
        return Calibration.shippedBounds().ofFingers(1);
    }

    private static FalseMatchCurve two() {
        return Calibration.shippedBounds().ofFingers(2);
    }
}
