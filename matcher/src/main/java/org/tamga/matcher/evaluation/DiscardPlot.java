package org.tamga.matcher.evaluation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Error-versus-discard curves over one axis: full lines by quality, dotted ones the ideal. */
public final class DiscardPlot {
    private static final double MOST_DISCARDED = 0.4;

    private DiscardPlot() {}

    /**
     * Draws all curves in one picture.
     *
     * @param curves by their names
     */
    public static BufferedImage draw(Map<String, DiscardCurve> curves) {
        double most = 0.01;
        for (DiscardCurve curve : curves.values()) {
            most = Math.max(most, curve.points().getFirst().fnmr());
        }
        double step = Math.max(0.005, Math.ceil(most / 5 * 100) / 100);
        Axis x = Axis.share("genuine pairs discarded", MOST_DISCARDED, 0, 0.1, 0.2, 0.3, 0.4);
        Axis y =
                Axis.share(
                        "refused: FNMR at FMR 0.1 % of all",
                        6 * step, 0, step, 2 * step, 3 * step, 4 * step, 5 * step);
        try (Plot plot = new Plot("Error versus discard", x, y, 570, 430, 260)) {
            int line = 0;
            for (Map.Entry<String, DiscardCurve> named : curves.entrySet()) {
                Color colour = Plot.COLOURS.get(line++ % Plot.COLOURS.size());
                DiscardCurve curve = named.getValue();
                double[] discarded =
                        curve.points().stream()
                                .mapToDouble(DiscardCurve.Point::discarded)
                                .toArray();
                plot.line(
                        discarded,
                        curve.points().stream().mapToDouble(DiscardCurve.Point::fnmr).toArray(),
                        colour,
                        Plot.Stroke.FULL);
                plot.line(
                        discarded,
                        curve.points().stream().mapToDouble(DiscardCurve.Point::ideal).toArray(),
                        colour,
                        Plot.Stroke.DOTTED);
                plot.legend(named.getKey(), colour, Plot.Stroke.FULL);
            }
            return plot.image();
        }
    }
}
