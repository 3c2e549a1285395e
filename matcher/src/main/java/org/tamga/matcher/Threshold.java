package org.tamga.matcher;

import org.tamga.matcher.engine.Calibration;
import org.tamga.matcher.engine.FalseMatchCurve;

/**
 * The score that a decision needs, derived from a target false match rate through the shipped
 * calibration (see {@code docs/performance-matching.md}: data, fit, extrapolation and its limits).
 */
public final class Threshold {
    private final double score;
    private final double falseMatchRate;
    private final FalseMatchCurve calibration;
    private final boolean fixed;

    private Threshold(
            double score, double falseMatchRate, FalseMatchCurve calibration, boolean fixed) {
        this.score = score;
        this.falseMatchRate = falseMatchRate;
        this.calibration = calibration;
        this.fixed = fixed;
    }

    /**
     * For 1:1 with one comparison of symmetric score, on the safe side of the calibration's 97.5 %
     * bounds; {@link FingerVerifier} adapts it to several comparisons.
     *
     * @param fmrPerMillion accepted impostors per million attempts, 1–100,000
     */
    public static Threshold verification(int fmrPerMillion) {
        return ofRate(perMillion(fmrPerMillion), Calibration.shippedBounds().symmetric());
    }

    /**
     * For 1:N with one finger: the false positive identification rate of one search is at most the
     * gallery's number of templates times the false match rate of one comparison (union bound). On
     * the safe side of the calibration's 97.5 % bounds, as 1:1: at the fitted curve people that
     * were not calibrated on are identified as others two to four times too often.
     *
     * @param fpirPerMillion strangers identified as somebody per million searches, 1–100,000
     * @param galleryTemplates number of templates compared, see {@link FingerGallery#templates()}
     */
    public static Threshold identification(int fpirPerMillion, int galleryTemplates) {
        return identification(fpirPerMillion, galleryTemplates, 1, 1);
    }

    /**
     * For 1:N with several fingers of one person presented together, whose scores are summed:
     * {@link FingerGallery#identify(java.util.List, Threshold,
     * java.util.function.BooleanSupplier)}. Where a subject has several templates a finger is
     * compared with, each choice of one for every finger is another chance for a stranger. {@link
     * FingerGallery#threshold} knows how many there are.
     *
     * @param fpirPerMillion strangers identified as somebody per million searches, 1–100,000
     * @param galleryTemplates number of templates compared, see {@link FingerGallery#templates()}
     * @param fingers presented together, 1–4
     * @param mostTemplates that a finger is compared with in one subject
     */
    public static Threshold identification(
            int fpirPerMillion, long galleryTemplates, int fingers, int mostTemplates) {
        FalseMatchCurve curve = Calibration.shippedBounds().ofFingers(fingers);
        double chances =
                Math.max(1.0, (double) galleryTemplates)
                        * Math.pow(Math.max(1, mostTemplates), fingers - 1.0);
        return ofRate(perMillion(fpirPerMillion) / chances, curve);
    }

    /**
     * A bare score, for experiments: it does not adapt to the number of comparisons.
     *
     * @throws IllegalArgumentException when everything would reach it, or nothing can be compared
     *     with it: negative infinity, not a number
     */
    public static Threshold ofScore(double score) {
        if (!(score > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("a threshold cannot be " + score);
        }
        FalseMatchCurve calibration = Calibration.shipped().directed();
        return new Threshold(score, calibration.falseMatchRate(score), calibration, true);
    }

    /** The threshold that keeps the target when the best of several comparisons decides. */
    public Threshold forComparisons(int comparisons) {
        if (comparisons < 1) {
            throw new IllegalArgumentException("at least one comparison, not " + comparisons);
        }
        return fixed ? this : ofRate(falseMatchRate / comparisons, calibration);
    }

    /** Score needed, on the SourceAFIS scale. */
    public double score() {
        return score;
    }

    /** Expected false match rate of one comparison at this score. */
    public double falseMatchRate() {
        return falseMatchRate;
    }

    @Override
    public String toString() {
        return "Threshold[%.1f at FMR %.2g]".formatted(score, falseMatchRate);
    }

    private static Threshold ofRate(double rate, FalseMatchCurve calibration) {
        return new Threshold(calibration.score(rate), rate, calibration, false);
    }

    private static double perMillion(int rate) {
        if (rate < 1 || rate > 100_000) {
            throw new IllegalArgumentException(rate + " per million is not 1–100,000");
        }
        return rate / 1e6;
    }
}
