package org.tamga.matcher;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.tamga.matcher.engine.PairingRecorder.Pair;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Two prints side by side with the minutiae that were taken for the same, for people who learn to
 * judge a match: a pair has one colour and one number, minutiae without a partner are pale. The
 * picture is biometric data; nothing here writes it anywhere.
 */
public final class MatchPicture {
    private static final int PRINT_HEIGHT = 640;
    private static final int MARGIN = 24;
    private static final int GAP = 48;
    private static final int CAPTION = 64;
    private static final int CAPTION_WIDTH = 760;
    private static final int MARK = 9;
    private static final int TAIL = 20;
    private static final double DPI = 500;
    private static final Color PALE = new Color(150, 150, 150);
    private static final Color INK = new Color(40, 40, 40);

    /** Neighbours in the round of hues are far apart: consecutive pairs look different. */
    private static final float GOLDEN_ANGLE = 0.381966f;

    private final MinutiaPairing pairing;
    private final Graphics2D g;

    private MatchPicture(MinutiaPairing pairing, Graphics2D g) {
        this.pairing = pairing;
        this.g = g;
    }

    /**
     * @param presented image that {@code probe} was extracted from
     * @param enrolled image that {@code candidate} was extracted from
     * @param verification of the two, for the caption
     */
    public static BufferedImage of(
            GrayImage presented,
            Probe probe,
            GrayImage enrolled,
            FingerTemplate candidate,
            Verification verification) {
        MinutiaPairing pairing = MinutiaPairing.of(probe, candidate);
        Print left = Print.at(MARGIN, presented);
        Print right = Print.at(MARGIN + left.width() + GAP, enrolled);
        BufferedImage picture =
                new BufferedImage(
                        Math.max(
                                CAPTION_WIDTH,
                                MARGIN + left.width() + GAP + right.width() + MARGIN),
                        MARGIN + PRINT_HEIGHT + CAPTION,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            left.draw(g);
            right.draw(g);
            MatchPicture drawing = new MatchPicture(pairing, g);
            drawing.unpaired(left, pairing.probe(), true);
            drawing.unpaired(right, pairing.candidate(), false);
            drawing.pairs(left, right);
            drawing.caption(verification, picture.getHeight());
        } finally {
            g.dispose();
        }
        return picture;
    }

    /** Where a print lies on the picture, paled so that marks stand out. */
    private record Print(int x, int width, double scale, GrayImage image) {
        static Print at(int x, GrayImage image) {
            double scale = (double) PRINT_HEIGHT / image.height();
            return new Print(x, (int) Math.round(image.width() * scale), scale, image);
        }

        void draw(Graphics2D g) {
            BufferedImage grey =
                    new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
            for (int row = 0; row < image.height(); row++) {
                for (int column = 0; column < image.width(); column++) {
                    int level = 110 + image.at(column, row) * 145 / 255;
                    grey.setRGB(column, row, level << 16 | level << 8 | level);
                }
            }
            g.drawImage(grey, x, MARGIN, width, PRINT_HEIGHT, null);
            g.setColor(new Color(215, 215, 215));
            g.drawRect(x, MARGIN, width, PRINT_HEIGHT);
        }

        Point2D.Double place(Minutiae minutiae, int index) {
            double pixels = image.dpi() / DPI * scale;
            return new Point2D.Double(
                    x + minutiae.x(index) * pixels, MARGIN + minutiae.y(index) * pixels);
        }
    }

    private void unpaired(Print print, Minutiae minutiae, boolean probe) {
        g.setStroke(new BasicStroke(1.6f));
        g.setColor(PALE);
        for (int i = 0; i < minutiae.count(); i++) {
            int index = i;
            if (pairing.pairs().stream()
                    .noneMatch(pair -> (probe ? pair.probe() : pair.candidate()) == index)) {
                mark(print.place(minutiae, i), minutiae.direction(i), MARK - 3);
            }
        }
    }

    private void pairs(Print left, Print right) {
        List<Pair> pairs = pairing.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Point2D.Double from = left.place(pairing.probe(), pair.probe());
            Point2D.Double to = right.place(pairing.candidate(), pair.candidate());
            g.setColor(colour(i));
            g.setStroke(new BasicStroke(1.2f));
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.35f));
            g.draw(new Line2D.Double(from, to));
            g.setComposite(AlphaComposite.SrcOver);
            g.setStroke(new BasicStroke(2.4f));
            mark(from, pairing.probe().direction(pair.probe()), MARK);
            mark(to, pairing.candidate().direction(pair.candidate()), MARK);
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            number(left.place(pairing.probe(), pair.probe()), i);
            number(right.place(pairing.candidate(), pair.candidate()), i);
        }
    }

    /** A circle with a tail along the ridge, as minutiae are drawn by custom. */
    private void mark(Point2D.Double at, float direction, int radius) {
        g.draw(new Ellipse2D.Double(at.x - radius, at.y - radius, 2.0 * radius, 2.0 * radius));
        double dx = Math.cos(direction);
        double dy = Math.sin(direction);
        double tail = radius * (double) TAIL / MARK;
        g.draw(
                new Line2D.Double(
                        at.x + dx * radius,
                        at.y + dy * radius,
                        at.x + dx * tail,
                        at.y + dy * tail));
    }

    private void number(Point2D.Double at, int pair) {
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        String text = Integer.toString(pair + 1);
        float x = (float) at.x + MARK + 2;
        float y = (float) at.y - MARK + 2;
        g.setColor(Color.WHITE);
        for (int dx = -2; dx <= 2; dx++) {
            for (int dy = -2; dy <= 2; dy++) {
                g.drawString(text, x + dx, y + dy);
            }
        }
        g.setColor(colour(pair));
        g.drawString(text, x, y);
    }

    private void caption(Verification verification, int height) {
        MatchExplanation explanation = pairing.explanation();
        g.setColor(INK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        g.drawString(
                String.format(
                        Locale.ROOT,
                        "%d of %d minutiae paired, score %.1f, needed %.1f: %s",
                        explanation.pairedMinutiae(),
                        explanation.possibleMinutiae(),
                        verification.score(),
                        verification.threshold(),
                        verification.accepted() ? "same finger" : "no match"),
                MARGIN,
                height - 32);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.drawString(
                "A pair has one colour and one number; pale minutiae have no partner. This picture"
                        + " is biometric data.",
                MARGIN,
                height - 12);
    }

    private static Color colour(int pair) {
        return Color.getHSBColor(pair * GOLDEN_ANGLE, 0.95f, 0.68f);
    }
}
