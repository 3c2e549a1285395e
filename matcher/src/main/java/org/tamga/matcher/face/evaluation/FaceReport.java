package org.tamga.matcher.face.evaluation;

import java.util.List;
import org.tamga.matcher.evaluation.Bootstrap;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.ErrorCurve;
import org.tamga.matcher.face.FaceThresholds;

/**
 * Error rates on a set of people; rates are shares 0–1.
 *
 * @param method network or weaker method
 * @param genuine pairs of one person
 * @param impostor pairs of two people
 * @param rankOne share of pictures whose most alike first picture is their own person's
 * @param points thresholds that meet rates on this set
 * @param shipped what the shipped thresholds do on this set
 */
public record FaceReport(
        String method,
        int people,
        int pictures,
        int found,
        List<String> unusable,
        int genuine,
        int impostor,
        double eer,
        Bootstrap.Interval eerInterval,
        double rankOne,
        List<Point> points,
        List<Shipped> shipped) {

    /** False non-match rate where the false match rate of this set is met. */
    public record Point(
            double fmr, double threshold, double fnmr, Bootstrap.Interval fnmrInterval) {}

    /** Both rates of this set at a threshold that came from elsewhere. */
    public record Shipped(String name, double threshold, double fmr, double fnmr) {}

    /**
     * @param thresholds of the method, empty when it has none
     */
    public static FaceReport of(String method, FaceSet set, List<FaceThresholds> thresholds) {
        Comparisons comparisons = set.comparisons();
        ErrorCurve curve = ErrorCurve.of(comparisons);
        return new FaceReport(
                method,
                set.people(),
                set.pictures(),
                set.samples().size(),
                set.unusable(),
                comparisons.genuine().size(),
                comparisons.impostor().size(),
                curve.equalErrorRate(),
                Bootstrap.interval(comparisons, ErrorCurve::equalErrorRate),
                set.rankOne(),
                List.of(
                        point(comparisons, curve, 1e-2),
                        point(comparisons, curve, 1e-3),
                        point(comparisons, curve, 1e-4)),
                thresholds.stream()
                        .map(
                                t ->
                                        shipped(
                                                comparisons,
                                                "FMR %d per million".formatted(t.fmrPerMillion()),
                                                t.accept()))
                        .toList());
    }

    private static Point point(Comparisons comparisons, ErrorCurve curve, double fmr) {
        return new Point(
                fmr,
                curve.thresholdAtFmr(fmr),
                curve.fnmrAtFmr(fmr),
                Bootstrap.interval(comparisons, drawn -> drawn.fnmrAtFmr(fmr)));
    }

    private static Shipped shipped(Comparisons comparisons, String name, double threshold) {
        long matched = comparisons.impostor().stream().filter(p -> p.score() >= threshold).count();
        long missed = comparisons.genuine().stream().filter(p -> p.score() < threshold).count();
        return new Shipped(
                name,
                threshold,
                (double) matched / comparisons.impostor().size(),
                (double) missed / comparisons.genuine().size());
    }
}
