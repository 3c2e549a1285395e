package org.tamga.matcher.evaluation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * DET curves over axes of normal deviates: one colour a set, the first way dashed, the second full,
 * others dotted. What lies beyond the axes is not drawn.
 */
public final class DetPlot {
    private static final double LEAST = 5e-5;
    private static final double MOST = 0.5;
    private static final double[] FMR = {1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.4};
    private static final double[] FNMR = {0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4};

    private DetPlot() {}

    /**
     * Draws all curves in one picture.
     *
     * @param curves those of one set share a colour; the set of the last one is drawn bold
     */
    public static BufferedImage draw(String title, List<DetCurve> curves) {
        Axis x = Axis.normalDeviate("false match rate", LEAST, MOST, FMR);
        Axis y = Axis.normalDeviate("false non-match rate", 5e-4, MOST, FNMR);
        List<String> sets = curves.stream().map(DetCurve::set).distinct().toList();
        List<String> ways = curves.stream().map(DetCurve::way).distinct().toList();
        try (Plot plot = new Plot(title, x, y, 620, 560, 270)) {
            for (DetCurve curve : curves) {
                boolean last = curve.set().equals(sets.getLast()) && sets.size() > 1;
                Color colour =
                        last
                                ? Color.BLACK
                                : Plot.COLOURS.get(sets.indexOf(curve.set()) % Plot.COLOURS.size());
                Plot.Stroke stroke = stroke(ways.indexOf(curve.way()), last);
                List<DetCurve.Point> seen =
                        curve.points().stream()
                                .filter(p -> p.fmr() >= LEAST && p.fmr() <= MOST && p.fnmr() > 0)
                                .toList();
                plot.line(
                        seen.stream().mapToDouble(DetCurve.Point::fmr).toArray(),
                        seen.stream().mapToDouble(DetCurve.Point::fnmr).toArray(),
                        colour,
                        stroke);
                plot.legend(curve.set() + ", " + curve.way(), colour, stroke);
            }
            return plot.image();
        }
    }

    private static Plot.Stroke stroke(int way, boolean bold) {
        return switch (way) {
            case 0 -> bold ? Plot.Stroke.BOLD_DASHED : Plot.Stroke.DASHED;
            case 1 -> bold ? Plot.Stroke.BOLD : Plot.Stroke.FULL;
            default -> Plot.Stroke.DOTTED;
        };
    }
}
