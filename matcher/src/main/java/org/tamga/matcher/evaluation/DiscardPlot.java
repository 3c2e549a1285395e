package org.tamga.matcher.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Error-versus-discard curves over one axis: full lines by quality, dotted ones the ideal. */
public final class DiscardPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;
    private static final int LEFT = 70;
    private static final int RIGHT = 260;
    private static final int TOP = 30;
    private static final int BOTTOM = 60;
    private static final double MOST_DISCARDED = 0.4;
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0, 110, 90),
                    new Color(190, 60, 40),
                    new Color(50, 80, 170),
                    new Color(140, 100, 20),
                    new Color(120, 60, 150),
                    new Color(90, 90, 90));

    private DiscardPlot() {}

    /**
     * @param curves by their names
     */
    public static BufferedImage draw(Map<String, DiscardCurve> curves) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, WIDTH, HEIGHT);
            double most = 0.01;
            for (DiscardCurve curve : curves.values()) {
                most = Math.max(most, curve.points().getFirst().fnmr());
            }
            frame(g, 1.1 * most);
            int line = 0;
            for (Map.Entry<String, DiscardCurve> curve : curves.entrySet()) {
                g.setColor(COLOURS.get(line % COLOURS.size()));
                g.drawString(curve.getKey(), WIDTH - RIGHT + 15, TOP + 20 + 22 * line++);
                curve(g, curve.getValue(), 1.1 * most);
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void curve(Graphics2D g, DiscardCurve curve, double most) {
        for (int i = 1; i < curve.points().size(); i++) {
            DiscardCurve.Point from = curve.points().get(i - 1);
            DiscardCurve.Point to = curve.points().get(i);
            g.setStroke(new BasicStroke(2.5f));
            g.drawLine(x(from), y(from.fnmr(), most), x(to), y(to.fnmr(), most));
            g.setStroke(
                    new BasicStroke(
                            1,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_BEVEL,
                            1,
                            new float[] {3, 4},
                            0));
            g.drawLine(x(from), y(from.ideal(), most), x(to), y(to.ideal(), most));
        }
    }

    private static int x(DiscardCurve.Point point) {
        double share = point.discarded() / MOST_DISCARDED;
        return LEFT + (int) Math.round(share * (WIDTH - LEFT - RIGHT));
    }

    private static int y(double fnmr, double most) {
        return HEIGHT - BOTTOM - (int) Math.round(fnmr / most * (HEIGHT - TOP - BOTTOM));
    }

    private static void frame(Graphics2D g, double most) {
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        g.drawLine(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        g.drawLine(LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        for (int percent = 0; percent <= 40; percent += 10) {
            int x = LEFT + percent * (WIDTH - LEFT - RIGHT) / 40;
            g.drawString(percent + " %", x - 10, HEIGHT - BOTTOM + 20);
        }
        for (int tick = 0; tick <= 4; tick++) {
            double fnmr = most * tick / 4;
            g.drawString("%.1f %%".formatted(100 * fnmr), 12, y(fnmr, most) + 5);
        }
        g.drawString("genuine pairs discarded", LEFT + 200, HEIGHT - 15);
        g.drawString("refused (FNMR at FMR 0.1 % of all)", LEFT, 20);
    }
}
