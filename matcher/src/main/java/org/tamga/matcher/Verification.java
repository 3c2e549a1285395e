package org.tamga.matcher;

/**
 * Outcome of 1:1.
 *
 * @param score best symmetric similarity on the SourceAFIS scale, 0 upwards without bound
 * @param accepted whether the score reaches {@code threshold}
 * @param threshold score that was needed for this number of comparisons
 * @param comparisons enrolled impressions that were compared
 * @param bestTemplate index of the best enrolled template in the given list, −1 when none
 * @param falseMatchRate how often an impostor's best of as many comparisons reaches {@code score},
 *     at most, as far as that was measured: never less than once in the calibration's comparisons
 * @param beyondMeasured whether the score is so high that the rate is lower than that, nobody knows
 *     how much
 * @param log10LikelihoodRatio log10 of how many times likelier these scores are when the finger is
 *     one of the enrolled ones than when it is another person's; 0 without comparisons. Bounded by
 *     the number of comparisons behind the calibration
 */
public record Verification(
        double score,
        boolean accepted,
        double threshold,
        int comparisons,
        int bestTemplate,
        double falseMatchRate,
        boolean beyondMeasured,
        double log10LikelihoodRatio) {

    Verification withBestTemplate(int index) {
        return new Verification(
                score,
                accepted,
                threshold,
                comparisons,
                index,
                falseMatchRate,
                beyondMeasured,
                log10LikelihoodRatio);
    }
}
