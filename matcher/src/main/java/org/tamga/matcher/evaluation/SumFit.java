package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.engine.FalseMatchCurve.Point;
import org.tamga.matcher.engine.SumCurve;

/**
 * False match rate of the sum over several fingers: at each rate the higher of two scores, that of
 * independent fingers (the curve of one finger convolved with itself) and, as far as they reach,
 * that of measured sums of people made of the fingers of one set. The bound is the higher of both
 * bounds: the convolution of the curve at its bounds and the bootstrap bound of the measured sums.
 * Independence makes the tail too light, by {@link Check#dependence}; the curve at its bounds is
 * heavier than that as far as it can be measured.
 */
public final class SumFit {
    /** The method in one line, for the provenance. */
    public static final String METHOD =
            "sums: of each rate the higher score of the convolution of the single curve and, down to"
                    + " 1e-4, of measured sums of people made of fingers of one folder, impressions"
                    + " of one number; bounds alike";

    /** Most fingers that are calibrated. */
    public static final int MOST_FINGERS = 4;

    private static final int RAREST_DECADE = 12;
    private static final int MEASURED_DECADES = 4;
    private static final double RISE = 0.1;

    private SumFit() {}

    /**
     * How measured sums stand beside what was fitted.
     *
     * @param rate of false matches
     * @param measured score that this share of the measured sums reaches
     * @param independent score that it would be if fingers were independent
     * @param dependence how many times more sums reach the measured score than if they were
     * @param bound score of the shipped curve at its bounds
     */
    public record Check(
            int fingers,
            double rate,
            double measured,
            double independent,
            double dependence,
            double bound) {}

    /**
     * @param single false match rate of one finger, one direction
     * @param used which fingers of the set may be used
     */
    static SumCurve of(ScoreMatrix matrix, int fingers, FalseMatchCurve single, IntPredicate used) {
        Sums sums = new MadePeople(matrix, fingers, used).strangers();
        IndependentSum independent = new IndependentSum(single, fingers);
        IndependentSum bound = new IndependentSum(single.bound(), fingers);
        double[] rates = rates();
        double[] bounds =
                sums.size() == 0
                        ? new double[rates.length]
                        : sums.quantileBounds(rates, matrix.set().fingers());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            boolean measured = i < MEASURED_DECADES && sums.size() > 0;
            double score =
                    Math.max(independent.score(rates[i]), measured ? sums.quantile(rates[i]) : 0);
            double above = Math.max(bound.score(rates[i]), measured ? bounds[i] : 0);
            // A measured score may lie above the next rarer independent one.
            double rising =
                    points.isEmpty() ? score : Math.max(score, points.getLast().score() + RISE);
            points.add(new Point(rising, rates[i], Math.max(rising, above)));
        }
        Point last = points.getLast();
        Point before = points.get(points.size() - 2);
        return new SumCurve(
                fingers,
                new FalseMatchCurve(
                        sums.size(),
                        points,
                        last.score() - before.score(),
                        last.scoreBound() - before.scoreBound()));
    }

    /** All sums from two fingers upwards. */
    public static List<SumCurve> all(ScoreMatrix matrix, FalseMatchCurve single) {
        List<SumCurve> curves = new ArrayList<>();
        for (int fingers = 2; fingers <= MOST_FINGERS; fingers++) {
            curves.add(of(matrix, fingers, single, finger -> true));
        }
        return curves;
    }

    /** The measured sums beside the fitted ones, at rates of 1e-2 to 1e-5. */
    public static List<Check> checks(
            ScoreMatrix matrix, FalseMatchCurve single, List<SumCurve> curves) {
        List<Check> checks = new ArrayList<>();
        for (SumCurve curve : curves) {
            Sums sums = new MadePeople(matrix, curve.fingers(), finger -> true).strangers();
            IndependentSum independent = new IndependentSum(single, curve.fingers());
            for (int decade = 2; decade <= 5 && sums.size() > 0; decade++) {
                double rate = Math.pow(10, -decade);
                double measured = sums.quantile(rate);
                checks.add(
                        new Check(
                                curve.fingers(),
                                rate,
                                measured,
                                independent.score(rate),
                                rate / independent.rate(measured),
                                curve.curve().bound().score(rate)));
            }
        }
        return checks;
    }

    private static double[] rates() {
        double[] rates = new double[RAREST_DECADE];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = Math.pow(10, -(i + 1.0));
        }
        return rates;
    }
}
