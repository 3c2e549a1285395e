package org.tamga.devices.simulator.people;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;

/**
 * Two panels, one line a set: share of the pairs in each bin of 10 points (genuine) or 2 points
 * (impostor).
 */
final class ScoreHistogram {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 560;
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int PLOT_WIDTH = 540;
    private static final int PLOT_HEIGHT = 420;
    private static final List<Color> COLORS =
            List.of(
                    new Color(200, 40, 40),
                    new Color(235, 140, 60),
                    new Color(40, 90, 180),
                    new Color(60, 150, 90),
                    new Color(120, 80, 160));

    private ScoreHistogram() {}

    static BufferedImage draw(List<ScoreSet> sets) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        panel(g, "Genuine pairs", sets, ScoreSet::genuine, 400, 10, 0.25);
        g.translate(PLOT_WIDTH + LEFT, 0);
        panel(g, "Impostor pairs", sets, ScoreSet::impostor, 50, 2, 0.7);
        legend(g, sets);
        g.dispose();
        return image;
    }

    private static void panel(
            Graphics2D g,
            String title,
            List<ScoreSet> sets,
            Function<ScoreSet, double[]> scores,
            int most,
            int bin,
            double ceiling) {
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke(1));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        g.drawString(title, LEFT, TOP - 20);
        g.drawRect(LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        for (int tick = 0; tick <= 5; tick++) {
            int x = LEFT + tick * PLOT_WIDTH / 5;
            int y = TOP + PLOT_HEIGHT - tick * PLOT_HEIGHT / 5;
            g.drawString(String.valueOf(most * tick / 5), x - 8, TOP + PLOT_HEIGHT + 20);
            g.drawString("%.0f %%".formatted(100 * ceiling * tick / 5), LEFT - 42, y + 5);
        }
        g.drawString("SourceAFIS score", LEFT + PLOT_WIDTH / 2 - 55, TOP + PLOT_HEIGHT + 42);
        for (int i = 0; i < sets.size(); i++) {
            g.setColor(COLORS.get(i % COLORS.size()));
            g.setStroke(new BasicStroke(i < 2 ? 3f : 2f));
            g.draw(line(scores.apply(sets.get(i)), most, bin, ceiling));
        }
    }

    private static Path2D line(double[] scores, int most, int bin, double ceiling) {
        int[] counts = new int[most / bin + 1];
        for (double score : scores) {
            counts[Math.min(counts.length - 1, (int) (score / bin))]++;
        }
        Path2D path = new Path2D.Double();
        for (int i = 0; i < counts.length - 1; i++) {
            double x = LEFT + (i + 0.5) * bin / most * PLOT_WIDTH;
            double share = Math.min(ceiling, (double) counts[i] / scores.length);
            double y = TOP + PLOT_HEIGHT * (1 - share / ceiling);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static void legend(Graphics2D g, List<ScoreSet> sets) {
        for (int i = 0; i < sets.size(); i++) {
            g.setColor(COLORS.get(i % COLORS.size()));
            g.fillRect(LEFT + 220, TOP + 24 + i * 24, 24, 5);
            g.setColor(Color.DARK_GRAY);
            g.drawString(sets.get(i).name(), LEFT + 254, TOP + 32 + i * 24);
        }
    }
}
