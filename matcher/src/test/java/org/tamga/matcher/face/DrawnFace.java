package org.tamga.matcher.face;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * A drawn head, plain but found by the detector. One unit is the distance of the eyes.
 *
 * @param width of the picture
 * @param height of the picture
 * @param unit pixels between the eyes
 * @param x middle between the eyes, pixels
 * @param y the eyes' height, pixels
 * @param roll degrees, clockwise
 * @param turn how far the nose is off the middle, units; positive to the right of the picture
 * @param lids 1 open, 0 closed
 * @param mouth opening, units
 * @param ground grey of the background
 * @param light brightness of the skin, 1 usual
 */
public record DrawnFace(
        int width,
        int height,
        double unit,
        double x,
        double y,
        double roll,
        double turn,
        double lids,
        double mouth,
        int ground,
        double light) {

    /** A portrait as it should be: 480 × 640. */
    public static DrawnFace portrait() {
        return new DrawnFace(480, 640, 120, 240, 300, 0, 0, 1, 0, 225, 1);
    }

    /** A frame of a camera: 320 × 240. */
    public static DrawnFace frame() {
        return new DrawnFace(320, 240, 44, 160, 105, 0, 0, 1, 0, 170, 1);
    }

    public DrawnFace withUnit(double value) {
        return new DrawnFace(width, height, value, x, y, roll, turn, lids, mouth, ground, light);
    }

    public DrawnFace at(double left, double top) {
        return new DrawnFace(
                width, height, unit, left, top, roll, turn, lids, mouth, ground, light);
    }

    public DrawnFace withRoll(double value) {
        return new DrawnFace(width, height, unit, x, y, value, turn, lids, mouth, ground, light);
    }

    public DrawnFace withTurn(double value) {
        return new DrawnFace(width, height, unit, x, y, roll, value, lids, mouth, ground, light);
    }

    public DrawnFace withLids(double value) {
        return new DrawnFace(width, height, unit, x, y, roll, turn, value, mouth, ground, light);
    }

    public DrawnFace withMouth(double value) {
        return new DrawnFace(width, height, unit, x, y, roll, turn, lids, value, ground, light);
    }

    public DrawnFace withGround(int value) {
        return new DrawnFace(width, height, unit, x, y, roll, turn, lids, mouth, value, light);
    }

    public DrawnFace withLight(double value) {
        return new DrawnFace(width, height, unit, x, y, roll, turn, lids, mouth, ground, value);
    }

    public FaceImage image() {
        return FaceImage.of(draw());
    }

    public BufferedImage draw() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(ground, ground, ground));
        g.fillRect(0, 0, width, height);
        g.translate(x, y);
        g.rotate(Math.toRadians(roll));
        g.scale(unit, unit);
        body(g);
        head(g);
        eye(g, -0.5 + 0.3 * turn);
        eye(g, 0.5 + 0.3 * turn);
        nose(g);
        lips(g);
        g.dispose();
        return picture;
    }

    private void body(Graphics2D g) {
        g.setColor(skin(0.75));
        g.fill(new Ellipse2D.Double(-0.5, 0.9, 1, 1.6));
        g.setColor(new Color(70, 80, 110));
        g.fill(new Ellipse2D.Double(-2.2, 2.15, 4.4, 3));
    }

    private void head(Graphics2D g) {
        g.setColor(new Color(50, 38, 30));
        g.fill(new Ellipse2D.Double(-1.22, -1.65, 2.44, 3));
        Path2D outline = new Path2D.Double();
        outline.moveTo(-1.02, -0.3);
        outline.curveTo(-1.02, -1.5, 1.02, -1.5, 1.02, -0.3);
        outline.curveTo(1.02, 0.9, 0.6, 1.75, 0, 1.78);
        outline.curveTo(-0.6, 1.75, -1.02, 0.9, -1.02, -0.3);
        g.setPaint(
                new RadialGradientPaint(
                        (float) (0.3 * turn),
                        0.3f,
                        1.9f,
                        new float[] {0, 0.6f, 1},
                        new Color[] {skin(1.08), skin(0.95), skin(0.6)}));
        g.fill(outline);
    }

    private void eye(Graphics2D g, double centre) {
        g.setColor(skin(0.72));
        g.fill(new Ellipse2D.Double(centre - 0.3, -0.19, 0.6, 0.34));
        g.setColor(new Color(45, 32, 25));
        g.setStroke(new BasicStroke(0.07f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(arc(centre, -0.3, 0.34, 0.1));
        double open = 0.12 * lids;
        if (open > 0.02) {
            Shape slit = new Ellipse2D.Double(centre - 0.2, -open, 0.4, 2 * open);
            Shape before = g.getClip();
            g.setColor(shade(245));
            g.fill(slit);
            g.clip(slit);
            g.setColor(new Color(60, 40, 25));
            g.fill(new Ellipse2D.Double(centre - 0.1, -0.1, 0.2, 0.2));
            g.setColor(Color.BLACK);
            g.fill(new Ellipse2D.Double(centre - 0.05, -0.05, 0.1, 0.1));
            g.setClip(before);
        }
        g.setColor(new Color(40, 28, 24));
        g.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(arc(centre, -open + 0.02, 0.22, open > 0.02 ? open * 0.9 : -0.04));
    }

    private void nose(Graphics2D g) {
        double tip = turn;
        g.setColor(skin(0.78));
        g.setStroke(new BasicStroke(0.05f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D bridge = new Path2D.Double();
        bridge.moveTo(0.14 + 0.3 * turn, 0.05);
        bridge.quadTo(0.1 + 0.7 * tip, 0.4, 0.2 + tip, 0.66);
        g.draw(bridge);
        g.setColor(skin(1.2));
        g.fill(new Ellipse2D.Double(tip - 0.07, 0.4, 0.14, 0.2));
        g.setColor(skin(0.4));
        g.fill(new Ellipse2D.Double(tip - 0.19, 0.62, 0.14, 0.08));
        g.fill(new Ellipse2D.Double(tip + 0.05, 0.62, 0.14, 0.08));
        g.setColor(skin(0.7));
        g.draw(arc(tip, 0.76, 0.22, -0.06));
    }

    private void lips(Graphics2D g) {
        double middle = 0.55 * turn;
        g.setColor(new Color(shade(165).getRed(), shade(85).getGreen(), shade(80).getBlue()));
        g.fill(new Ellipse2D.Double(middle - 0.38, 0.98, 0.76, 0.24 + mouth));
        g.setColor(new Color(60, 20, 20));
        g.fill(new Ellipse2D.Double(middle - 0.36, 1.08, 0.72, 0.03 + mouth));
    }

    private static Shape arc(double centre, double top, double half, double rise) {
        Path2D arc = new Path2D.Double();
        arc.moveTo(centre - half, top + rise);
        arc.quadTo(centre, top - rise, centre + half, top + rise);
        return arc;
    }

    private Color skin(double factor) {
        return new Color(tone(205 * factor), tone(160 * factor), tone(130 * factor));
    }

    private Color shade(double value) {
        return new Color(tone(value), tone(value), tone(value));
    }

    private int tone(double value) {
        return (int) Math.clamp(value * light, 0, 255);
    }
}
