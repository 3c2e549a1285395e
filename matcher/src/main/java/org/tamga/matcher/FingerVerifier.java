package org.tamga.matcher;

import java.util.List;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.Calibration;

/**
 * 1:1: is the presented finger one of the claimed person's enrolled fingers?
 *
 * <p>The score of two impressions is the mean of both directions. The best score over all enrolled
 * impressions decides. As each comparison is a further chance for an impostor, the threshold of a
 * single one is that of the target divided by the number of comparisons: the chances of {@code k}
 * comparisons, however they depend on each other, are at most {@code k} times that of one (union
 * bound), so the false match rate of the decision stays at or below the target.
 */
public final class FingerVerifier {
    private FingerVerifier() {}

    /**
     * The presented finger may be any of the enrolled ones.
     *
     * @param enrolled the claimed person's templates, of any fingers and impressions; none →
     *     refused
     * @param target from {@link Threshold#verification}
     */
    public static Verification verify(
            Probe probe, List<FingerTemplate> enrolled, Threshold target) {
        double[] scores = new double[enrolled.size()];
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probe.symmetricScore(enrolled.get(i));
            if (best < 0 || scores[i] > scores[best]) {
                best = i;
            }
        }
        Threshold one = target.forComparisons(Math.max(1, scores.length));
        double score = best < 0 ? 0 : scores[best];
        return new Verification(
                score,
                best >= 0 && score >= one.score(),
                one.score(),
                scores.length,
                best,
                falseMatchRate(score, scores.length),
                Calibration.shippedBounds().symmetric().isBeyondMeasured(score),
                log10LikelihoodRatio(scores));
    }

    /**
     * The presented finger is said to be {@code presented}: it is compared with the impressions of
     * that finger only, which needs a lower score than all of them. Enrolled impressions of unknown
     * position are compared too; {@link FingerPosition#UNKNOWN} compares with all.
     *
     * @param enrolled the claimed person's impressions; none of that finger → refused
     * @return {@link Verification#bestTemplate()} is the index in {@code enrolled}
     */
    public static Verification verify(
            Probe probe,
            FingerPosition presented,
            List<FingerImpression> enrolled,
            Threshold target) {
        int[] candidates =
                IntStream.range(0, enrolled.size())
                        .filter(i -> couldBe(presented, enrolled.get(i).position()))
                        .toArray();
        List<FingerTemplate> templates =
                IntStream.of(candidates).mapToObj(i -> enrolled.get(i).template()).toList();
        Verification verification = verify(probe, templates, target);
        return verification.bestTemplate() < 0
                ? verification
                : verification.withBestTemplate(candidates[verification.bestTemplate()]);
    }

    /** The impressions that a finger of this name is compared with. */
    public static List<FingerImpression> comparable(
            FingerPosition presented, List<FingerImpression> enrolled) {
        return enrolled.stream()
                .filter(impression -> couldBe(presented, impression.position()))
                .toList();
    }

    private static boolean couldBe(FingerPosition presented, FingerPosition enrolled) {
        return presented == FingerPosition.UNKNOWN
                || enrolled == FingerPosition.UNKNOWN
                || presented == enrolled;
    }

    private static double falseMatchRate(double score, int comparisons) {
        double one = Calibration.shippedBounds().symmetric().measuredRate(score);
        return Math.min(1, Math.max(1, comparisons) * one);
    }

    /**
     * The presented finger is one of the enrolled ones, each as likely as the other: the ratio of
     * the whole is the mean of the single ones. For an impostor its expectation is at most 1,
     * however many comparisons there are and however they depend on each other.
     */
    private static double log10LikelihoodRatio(double[] scores) {
        if (scores.length == 0) {
            return 0;
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.pow(10, Calibration.shipped().likelihood().log10Ratio(score));
        }
        return Math.log10(sum / scores.length);
    }
}
