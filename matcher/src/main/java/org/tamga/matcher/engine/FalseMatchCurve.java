package org.tamga.matcher.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * How often an impostor's comparison reaches a score: log10 of the false match rate, piecewise
 * linear between measured points and straight beyond the last one.
 *
 * @param comparisons number of impostor scores behind the points
 * @param points by rising score and falling rate
 * @param scorePerDecade score that divides the rate by ten beyond the last point
 * @param scorePerDecadeBound the same at its upper 97.5 % bootstrap bound over fingers
 */
public record FalseMatchCurve(
        long comparisons, List<Point> points, double scorePerDecade, double scorePerDecadeBound) {

    /**
     * Share {@code falseMatchRate} of impostor comparisons reach {@code score}.
     *
     * @param scoreBound that score at its upper 97.5 % bootstrap bound over fingers
     */
    public record Point(double score, double falseMatchRate, double scoreBound) {}

    public FalseMatchCurve {
        points = List.copyOf(points);
        if (points.isEmpty() || !(scorePerDecade > 0)) {
            throw new IllegalArgumentException("a calibration needs points and a falling tail");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).score() <= points.get(i - 1).score()
                    || points.get(i).falseMatchRate() >= points.get(i - 1).falseMatchRate()) {
                throw new IllegalArgumentException("calibration points are not monotone");
            }
        }
    }

    /**
     * The curve at its bounds: thresholds from it meet their rate for other people than those
     * measured with 97.5 % confidence, as far as the tail is exponential.
     */
    public FalseMatchCurve bound() {
        List<Point> bounds = new ArrayList<>();
        for (Point point : points) {
            if (bounds.isEmpty() || point.scoreBound() > bounds.getLast().score()) {
                bounds.add(
                        new Point(point.scoreBound(), point.falseMatchRate(), point.scoreBound()));
            }
        }
        return new FalseMatchCurve(comparisons, bounds, scorePerDecadeBound, scorePerDecadeBound);
    }

    /** Lowest score whose false match rate is at most {@code rate}, 0 &lt; rate ≤ 1. */
    public double score(double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("false match rate " + rate + " is not in (0, 1]");
        }
        if (rate >= points.getFirst().falseMatchRate()) {
            return points.getFirst().score();
        }
        for (int i = 1; i < points.size(); i++) {
            Point low = points.get(i - 1);
            Point high = points.get(i);
            if (rate >= high.falseMatchRate()) {
                double share =
                        Math.log(low.falseMatchRate() / rate)
                                / Math.log(low.falseMatchRate() / high.falseMatchRate());
                return low.score() + share * (high.score() - low.score());
            }
        }
        Point last = points.getLast();
        return last.score() + scorePerDecade * Math.log10(last.falseMatchRate() / rate);
    }

    /**
     * Whether nothing is known of how rare a score is but that it is rarer than one comparison in
     * {@link #comparisons()}: its {@link #falseMatchRate} is the straight line's.
     */
    public boolean isBeyondMeasured(double score) {
        return falseMatchRate(score) < leastMeasured();
    }

    /** {@link #falseMatchRate}, but never less than one in {@link #comparisons()}. */
    public double measuredRate(double score) {
        return Math.max(leastMeasured(), falseMatchRate(score));
    }

    private double leastMeasured() {
        return 1.0 / comparisons;
    }

    /**
     * Share of impostor comparisons that reach {@code score}; never 0. Below the first point a
     * straight line, of the logarithm, to certainty at score 0.
     */
    public double falseMatchRate(double score) {
        if (score <= 0) {
            return 1;
        }
        Point first = points.getFirst();
        if (score < first.score()) {
            return Math.pow(first.falseMatchRate(), score / first.score());
        }
        for (int i = 1; i < points.size(); i++) {
            Point low = points.get(i - 1);
            Point high = points.get(i);
            if (score <= high.score()) {
                double share = (score - low.score()) / (high.score() - low.score());
                return low.falseMatchRate()
                        * Math.pow(high.falseMatchRate() / low.falseMatchRate(), share);
            }
        }
        Point last = points.getLast();
        return Math.max(
                Double.MIN_NORMAL,
                last.falseMatchRate() * Math.pow(10, (last.score() - score) / scorePerDecade));
    }
}
