package org.tamga.matcher.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A picture with two axes, lines or bars, and a legend beside them. */
final class Plot implements AutoCloseable {
    /** Of lines. */
    enum Stroke {
        FULL(2.2f, 1, 0),
        BOLD(3.6f, 1, 0),
        DASHED(2.2f, 8, 6),
        BOLD_DASHED(3.6f, 10, 7),
        DOTTED(1.2f, 2, 4);

        private final float width;
        private final float on;
        private final float off;

        Stroke(float width, float on, float off) {
            this.width = width;
            this.on = on;
            this.off = off;
        }

        private BasicStroke pen() {
            return off == 0
                    ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    : new BasicStroke(
                            width,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            1,
                            new float[] {on, off},
                            0);
        }
    }

    static final List<Color> COLOURS =
            List.of(
                    new Color(0, 120, 100),
                    new Color(200, 70, 40),
                    new Color(50, 85, 180),
                    new Color(160, 115, 20),
                    new Color(130, 60, 160),
                    new Color(60, 60, 60));

    private static final int LEFT = 90;
    private static final int TOP = 56;
    private static final int BOTTOM = 66;
    private static final int LEGEND_ROW = 24;
    private static final Color GRID = new Color(226, 226, 226);

    private final BufferedImage image;
    private final Graphics2D g;
    private final Axis x;
    private final Axis y;
    private final int width;
    private final int height;
    private int legendRows;

    /**
     * @param width of the area of the axes, pixels
     * @param height of the same
     * @param legendWidth beside it
     */
    Plot(String title, Axis x, Axis y, int width, int height, int legendWidth) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        image =
                new BufferedImage(
                        LEFT + width + legendWidth + 20,
                        TOP + height + BOTTOM,
                        BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        g.drawString(title, LEFT, 32);
        axes();
    }

    /** A line through points; outside the axes it runs along their edge. */
    void line(double[] xs, double[] ys, Color colour, Stroke stroke) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            if (i == 0) {
                path.moveTo(px(xs[i]), py(ys[i]));
            } else {
                path.lineTo(px(xs[i]), py(ys[i]));
            }
        }
        g.setColor(colour);
        g.setStroke(stroke.pen());
        g.draw(path);
    }

    /** A bar from the lower axis. */
    void bar(double from, double to, double value, Color colour) {
        g.setColor(colour);
        double top = py(value);
        g.fill(
                new Rectangle2D.Double(
                        px(from), top, px(to) - px(from) - 1, (double) TOP + height - top));
    }

    /** One more row of the legend. */
    void legend(String text, Color colour, Stroke stroke) {
        int left = LEFT + width + 22;
        int row = TOP + 14 + LEGEND_ROW * legendRows++;
        g.setColor(colour);
        g.setStroke(stroke.pen());
        g.drawLine(left, row - 5, left + 34, row - 5);
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        g.drawString(text, left + 44, row);
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        g.dispose();
    }

    private double px(double value) {
        return LEFT + x.at(value) * width;
    }

    private double py(double value) {
        return TOP + (1 - y.at(value)) * height;
    }

    private void axes() {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        g.setStroke(new BasicStroke(1));
        FontMetrics text = g.getFontMetrics();
        for (Axis.Tick tick : x.ticks()) {
            int at = (int) Math.round(px(tick.value()));
            g.setColor(GRID);
            g.drawLine(at, TOP, at, TOP + height);
            g.setColor(Color.DARK_GRAY);
            g.drawString(tick.text(), at - text.stringWidth(tick.text()) / 2, TOP + height + 20);
        }
        for (Axis.Tick tick : y.ticks()) {
            int at = (int) Math.round(py(tick.value()));
            g.setColor(GRID);
            g.drawLine(LEFT, at, LEFT + width, at);
            g.setColor(Color.DARK_GRAY);
            g.drawString(tick.text(), LEFT - 8 - text.stringWidth(tick.text()), at + 5);
        }
        g.drawRect(LEFT, TOP, width, height);
        g.drawString(
                x.label(), LEFT + (width - text.stringWidth(x.label())) / 2, TOP + height + 48);
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, 20, TOP + height / 2.0);
        g.drawString(
                y.label(), 20 - text.stringWidth(y.label()) / 2, (int) (TOP + height / 2.0) + 5);
        g.setTransform(upright);
    }
}
