package org.tamga.devices.simulator.people;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Soft strokes for Java2D. */
final class Brush {
    private static final float[] FALLOFF = {0f, 0.5f, 1f};

    private Brush() {}

    /** A spot of colour that fades to nothing at its rim. */
    static void spot(
            Graphics2D g, double x, double y, double rx, double ry, Color color, double alpha) {
        Color[] fade = {alpha(color, alpha), alpha(color, alpha * 0.5), alpha(color, 0)};
        AffineTransform stretch = new AffineTransform(rx, 0, 0, ry, x, y);
        g.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        1,
                        new Point2D.Double(0, 0),
                        FALLOFF,
                        fade,
                        RadialGradientPaint.CycleMethod.NO_CYCLE,
                        RadialGradientPaint.ColorSpaceType.SRGB,
                        stretch));
        g.fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
    }

    static Color alpha(Color color, double alpha) {
        int opacity = Math.clamp(Math.round(alpha * 255), 0, 255);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    static Color darker(Color color, double share) {
        return FaceTraits.mix(color, new Color(20, 12, 10), share);
    }

    static Color lighter(Color color, double share) {
        return FaceTraits.mix(color, Color.WHITE, share);
    }

    static void pen(Graphics2D g, Color color, double alpha, double width) {
        g.setPaint(alpha(color, alpha));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A closed smooth outline through the points (Catmull-Rom), given as x, y, x, y … */
    static Path2D closed(double... points) {
        return spline(points, true);
    }

    /** An open smooth line through the points. */
    static Path2D open(double... points) {
        return spline(points, false);
    }

    private static Path2D spline(double[] p, boolean closed) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int before = index(i - 1, n, closed);
            int to = index(i + 1, n, closed);
            int after = index(i + 2, n, closed);
            path.curveTo(
                    p[2 * i] + (p[2 * to] - p[2 * before]) / 6,
                    p[2 * i + 1] + (p[2 * to + 1] - p[2 * before + 1]) / 6,
                    p[2 * to] - (p[2 * after] - p[2 * i]) / 6,
                    p[2 * to + 1] - (p[2 * after + 1] - p[2 * i + 1]) / 6,
                    p[2 * to],
                    p[2 * to + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int index(int i, int n, boolean closed) {
        return closed ? Math.floorMod(i, n) : Math.clamp(i, 0, n - 1);
    }
}
