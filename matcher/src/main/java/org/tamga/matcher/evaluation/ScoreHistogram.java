package org.tamga.matcher.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Genuine and impostor scores as two histograms over one axis; the vertical axis is a square root.
 */
public final class ScoreHistogram {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 520;
    private static final int LEFT = 60;
    private static final int BOTTOM = 60;
    private static final int TOP = 50;
    private static final int BINS = 75;
    private static final double BIN = 4;
    private static final Color GENUINE = new Color(0, 110, 90, 170);
    private static final Color IMPOSTOR = new Color(190, 60, 40, 170);

    private ScoreHistogram() {}

    /** Draws scores 0–300, higher ones in the last bin. */
    public static BufferedImage draw(String title, Comparisons comparisons) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, WIDTH, HEIGHT);
            bars(g, comparisons.impostor(), IMPOSTOR);
            bars(g, comparisons.genuine(), GENUINE);
            frame(g, title, comparisons);
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void bars(Graphics2D g, List<Comparisons.Pair> pairs, Color colour) {
        int[] counts = new int[BINS];
        for (Comparisons.Pair pair : pairs) {
            counts[Math.min(BINS - 1, (int) (pair.score() / BIN))]++;
        }
        g.setColor(colour);
        double barWidth = (double) (WIDTH - LEFT - 20) / BINS;
        for (int bin = 0; bin < BINS; bin++) {
            double share = Math.sqrt((double) counts[bin] / Math.max(1, pairs.size()));
            int height = (int) Math.round(share * (HEIGHT - TOP - BOTTOM));
            g.fillRect(
                    LEFT + (int) (bin * barWidth),
                    HEIGHT - BOTTOM - height,
                    (int) Math.ceil(barWidth) - 1,
                    height);
        }
    }

    private static void frame(Graphics2D g, String title, Comparisons comparisons) {
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke(1));
        g.drawLine(LEFT, HEIGHT - BOTTOM, WIDTH - 20, HEIGHT - BOTTOM);
        g.drawLine(LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        g.drawString(title, LEFT, 28);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        double unit = (WIDTH - LEFT - 20) / (BINS * BIN);
        for (int score = 0; score < BINS * BIN; score += 25) {
            int x = LEFT + (int) (score * unit);
            g.drawLine(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5);
            g.drawString(Integer.toString(score), x - 8, HEIGHT - BOTTOM + 22);
        }
        for (int percent : new int[] {1, 5, 10, 25, 50, 100}) {
            int height = (int) (Math.sqrt(percent / 100.0) * (HEIGHT - TOP - BOTTOM));
            g.drawString(percent + " %", 12, HEIGHT - BOTTOM - height + 5);
        }
        g.drawString("score", WIDTH / 2, HEIGHT - 12);
        g.setColor(GENUINE);
        g.drawString("genuine, " + comparisons.genuine().size() + " pairs", WIDTH - 250, 28);
        g.setColor(IMPOSTOR);
        g.drawString("impostor, " + comparisons.impostor().size() + " pairs", WIDTH - 250, 46);
    }
}
