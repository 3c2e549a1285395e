package org.tamga.matcher.engine;

import java.util.List;

/**
 * How many times likelier a score is from one finger than from two: log10 of the likelihood ratio,
 * linear between points and constant outside them, so that it never claims more than the data
 * behind it can show.
 *
 * @param genuineComparisons scores of pairs of one finger behind the points
 * @param points by rising score; ratios do not fall
 * @param cllr cost of log likelihood ratios in bits, 0 perfect, 1 worthless (Brümmer and du Preez
 *     2006), of fingers that the curve was not fitted on
 */
public record LikelihoodCurve(long genuineComparisons, List<Point> points, double cllr) {

    /** A score and the log10 of its likelihood ratio. */
    public record Point(double score, double log10Ratio) {}

    public LikelihoodCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a likelihood curve needs points");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).score() <= points.get(i - 1).score()
                    || points.get(i).log10Ratio() < points.get(i - 1).log10Ratio()) {
                throw new IllegalArgumentException("likelihood points are not monotone");
            }
        }
    }

    /** Log10 of the likelihood ratio of a score. */
    public double log10Ratio(double score) {
        if (score <= points.getFirst().score()) {
            return points.getFirst().log10Ratio();
        }
        for (int i = 1; i < points.size(); i++) {
            Point low = points.get(i - 1);
            Point high = points.get(i);
            if (score <= high.score()) {
                double share = (score - low.score()) / (high.score() - low.score());
                return low.log10Ratio() + share * (high.log10Ratio() - low.log10Ratio());
            }
        }
        return points.getLast().log10Ratio();
    }
}
