package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.tamga.matcher.evaluation.Comparisons.Pair;

/**
 * False match and false non-match rates by threshold (ISO/IEC 19795-1). A pair is accepted when its
 * score reaches the threshold. Point {@code i} is the threshold {@code thresholds[i]}; the last one
 * is beyond every score.
 */
public final class ErrorCurve {
    private final double[] thresholds;
    private final double[] fmr;
    private final double[] fnmr;
    private final int points;

    private ErrorCurve(List<Pair> genuine, List<Pair> impostor, ToDoubleFunction<Pair> weight) {
        int size = genuine.size() + impostor.size() + 1;
        thresholds = new double[size];
        fmr = new double[size];
        fnmr = new double[size];
        double genuineTotal = genuine.stream().mapToDouble(weight).sum();
        double impostorTotal = impostor.stream().mapToDouble(weight).sum();
        double rejectedGenuine = 0;
        double rejectedImpostors = 0;
        int g = 0;
        int i = 0;
        int at = 0;
        while (g < genuine.size() || i < impostor.size()) {
            double threshold =
                    Math.min(
                            g < genuine.size() ? genuine.get(g).score() : Double.MAX_VALUE,
                            i < impostor.size() ? impostor.get(i).score() : Double.MAX_VALUE);
            set(
                    at++,
                    threshold,
                    1 - rejectedImpostors / impostorTotal,
                    rejectedGenuine / genuineTotal);
            for (; g < genuine.size() && genuine.get(g).score() == threshold; g++) {
                rejectedGenuine += weight.applyAsDouble(genuine.get(g));
            }
            for (; i < impostor.size() && impostor.get(i).score() == threshold; i++) {
                rejectedImpostors += weight.applyAsDouble(impostor.get(i));
            }
        }
        set(at++, Math.nextUp(at == 0 ? 0 : thresholds[at - 1]), 0, 1);
        points = at;
    }

    /** Every comparison counts once. */
    public static ErrorCurve of(Comparisons comparisons) {
        return weighted(comparisons, pair -> 1);
    }

    /** As {@link #of} with a weight for each comparison, for the bootstrap. */
    static ErrorCurve weighted(Comparisons comparisons, ToDoubleFunction<Pair> weight) {
        return new ErrorCurve(comparisons.genuine(), comparisons.impostor(), weight);
    }

    private void set(int at, double threshold, double falseMatch, double falseNonMatch) {
        thresholds[at] = threshold;
        fmr[at] = Math.max(0, falseMatch);
        fnmr[at] = Math.min(1, falseNonMatch);
    }

    /** Equal error rate: mean of both rates where they are closest. */
    public double equalErrorRate() {
        int best = 0;
        for (int at = 1; at < points; at++) {
            if (Math.abs(fmr[at] - fnmr[at]) < Math.abs(fmr[best] - fnmr[best])) {
                best = at;
            }
        }
        return (fmr[best] + fnmr[best]) / 2;
    }

    /**
     * False non-match rate at the lowest threshold whose false match rate is at most {@code rate}.
     */
    public double fnmrAtFmr(double rate) {
        return fnmr[indexAtFmr(rate)];
    }

    /** The lowest threshold whose false match rate is at most {@code rate}. */
    public double thresholdAtFmr(double rate) {
        return thresholds[indexAtFmr(rate)];
    }

    /** False non-match rate at a threshold. */
    public double fnmrAtThreshold(double threshold) {
        for (int at = 0; at < points; at++) {
            if (thresholds[at] >= threshold) {
                return fnmr[at];
            }
        }
        return 1;
    }

    /**
     * Points by rising threshold, each far enough from the one before it; first and last always.
     */
    List<DetCurve.Point> points(BiPredicate<DetCurve.Point, DetCurve.Point> farApart) {
        List<DetCurve.Point> kept = new ArrayList<>();
        for (int at = 0; at < points; at++) {
            DetCurve.Point point = new DetCurve.Point(thresholds[at], fmr[at], fnmr[at]);
            if (at == 0 || at == points - 1 || farApart.test(kept.getLast(), point)) {
                kept.add(point);
            }
        }
        return kept;
    }

    /** False match rate at a threshold. */
    public double fmrAtThreshold(double threshold) {
        for (int at = 0; at < points; at++) {
            if (thresholds[at] >= threshold) {
                return fmr[at];
            }
        }
        return 0;
    }

    private int indexAtFmr(double rate) {
        for (int at = 0; at < points; at++) {
            if (fmr[at] <= rate + 1e-12) {
                return at;
            }
        }
        return points - 1;
    }
}
