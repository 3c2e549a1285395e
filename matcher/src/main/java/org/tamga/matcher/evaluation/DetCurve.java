package org.tamga.matcher.evaluation;

import java.util.List;

/**
 * Detection error tradeoff (Martin and others 1997): false match against false non-match rate, by
 * rising threshold.
 *
 * @param set folder, or a word for all of them together
 * @param way what was compared
 * @param points thinned: neighbours differ by a hundredth of a normal deviate at least
 */
public record DetCurve(String set, String way, List<Point> points) {
    private static final double STEP = 0.01;
    private static final double LEAST = 1e-7;

    /** Rates at a threshold, shares 0–1. */
    public record Point(double threshold, double fmr, double fnmr) {}

    public DetCurve {
        points = List.copyOf(points);
    }

    public static DetCurve of(String set, String way, Comparisons comparisons) {
        return new DetCurve(set, way, ErrorCurve.of(comparisons).points(DetCurve::farApart));
    }

    private static boolean farApart(Point a, Point b) {
        return Math.abs(deviate(a.fmr()) - deviate(b.fmr())) >= STEP
                || Math.abs(deviate(a.fnmr()) - deviate(b.fnmr())) >= STEP;
    }

    private static double deviate(double rate) {
        return Axis.normalDeviate(Math.clamp(rate, LEAST, 1 - LEAST));
    }
}
