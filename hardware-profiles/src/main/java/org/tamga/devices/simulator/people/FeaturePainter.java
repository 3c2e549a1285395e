package org.tamga.devices.simulator.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Eyes, brows, nose, mouth, moles and glasses, in coordinates of the head's middle. */
final class FeaturePainter {
    private final FaceTraits face;
    private final FaceView view;
    private final Color shade;
    private final Dice dice;

    /**
     * @param dice the same for every view of a face, because it places the hairs of the brows
     */
    FeaturePainter(FaceTraits face, FaceView view, Dice dice) {
        this.face = face;
        this.view = view;
        this.dice = dice;
        this.shade = Brush.darker(face.skin(), 0.6);
    }

    void paint(Graphics2D g) {
        double x = view.yaw() * 14;
        double y = view.pitch() * 9;
        g.translate(x, y);
        for (int side = -1; side <= 1; side += 2) {
            eye(g, side);
            brow(g, side);
        }
        nose(g);
        mouth(g);
        if (face.mole()) {
            Brush.spot(g, face.moleX(), face.moleY(), 4, 4, new Color(70, 40, 30), 0.9);
        }
        if (face.glasses()) {
            glasses(g);
        }
        g.translate(-x, -y);
    }

    private void eye(Graphics2D g, int side) {
        double x = side * face.eyeGap();
        double y = face.eyeY();
        double w = face.eyeWidth();
        double open = face.eyeOpen() * view.lids();
        double outer = -face.eyeTilt();
        Path2D lid =
                Brush.open(
                        x - side * w,
                        y + 2,
                        x - side * w * 0.45,
                        y - open * 0.8,
                        x + side * w * 0.15,
                        y - open,
                        x + side * w * 0.65,
                        y - open * 0.6 + outer * 0.6,
                        x + side * w,
                        y + outer);
        Path2D almond = new Path2D.Double(lid);
        almond.append(
                Brush.open(
                        x + side * w,
                        y + outer,
                        x + side * w * 0.55,
                        y + open * 0.72 + outer * 0.4,
                        x,
                        y + open * 0.8,
                        x - side * w * 0.55,
                        y + open * 0.55,
                        x - side * w,
                        y + 2),
                true);
        almond.closePath();
        g.setPaint(new Color(240, 236, 230));
        g.fill(almond);
        Shape before = g.getClip();
        g.clip(almond);
        iris(g, x + view.yaw() * 3, y - open * 0.08);
        Brush.spot(g, x, y - open, w, open * 0.8, shade, 0.55);
        g.setClip(before);
        Brush.pen(g, Brush.darker(face.hair(), 0.6), 0.95, face.sex() == Sex.FEMALE ? 3.2 : 2.4);
        g.draw(lid);
        Brush.pen(g, shade, 0.6, 1.2);
        g.draw(
                Brush.open(
                        x - side * w * 0.8,
                        y - open * 0.55 - 3,
                        x + side * w * 0.1,
                        y - open - 6.5,
                        x + side * w * 0.95,
                        y - open * 0.4 - 4 + outer));
        g.draw(
                Brush.open(
                        x - side * w * 0.8,
                        y + open * 0.6,
                        x,
                        y + open * 0.9,
                        x + side * w * 0.9,
                        y + open * 0.4 + outer));
    }

    private void iris(Graphics2D g, double x, double y) {
        double r = face.eyeWidth() * 0.44;
        g.setPaint(face.iris());
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        Brush.spot(g, x, y + r * 0.4, r * 0.8, r * 0.5, Brush.lighter(face.iris(), 0.4), 0.6);
        g.setPaint(new Color(12, 8, 8));
        g.fill(new Ellipse2D.Double(x - r * 0.45, y - r * 0.45, r * 0.9, r * 0.9));
        g.setPaint(new Color(255, 255, 255, 230));
        g.fill(new Ellipse2D.Double(x - r * 0.5, y - r * 0.55, r * 0.36, r * 0.36));
    }

    private void brow(Graphics2D g, int side) {
        double x = side * face.eyeGap();
        double y = face.eyeY() - face.browRise();
        double half = face.eyeWidth() + 7;
        Color hair = FaceTraits.mix(face.hair(), new Color(30, 24, 22), 0.45);
        Brush.spot(g, x, y - face.browArch() * 0.4, half, face.browThickness() * 1.2, hair, 0.8);
        Brush.pen(g, hair, 0.7, 1.5);
        for (int n = 0; n < 46; n++) {
            double along = dice.between(-1, 1);
            double arch = face.browArch() * (1 - along * along);
            double thick = face.browThickness() * (0.95 - 0.55 * Math.max(0, along));
            double hx = x + side * along * half;
            double hy = y - arch + dice.between(-0.5, 0.5) * thick + along * 2;
            g.draw(Brush.open(hx, hy, hx + side * 4.5, hy - 2.5 + 3 * Math.max(0, along)));
        }
    }

    private void nose(Graphics2D g) {
        double w = face.noseWidth();
        double tip = face.eyeY() + face.noseLength();
        double x = view.yaw() * 9;
        double top = face.eyeY() - 4;
        Color light = Brush.lighter(face.skin(), 0.6);
        Brush.spot(g, x * 0.6, (top + tip) / 2, w * 0.35, face.noseLength() * 0.6, light, 0.45);
        double dark = view.light() > 0 ? -1 : 1;
        Brush.spot(
                g,
                dark * w * 0.55 + x * 0.6,
                (top + tip) / 2 + 4,
                w * 0.4,
                face.noseLength() * 0.55,
                shade,
                0.35);
        Brush.spot(g, x, tip - 8, w * 0.5, 9, light, 0.5);
        Brush.spot(g, x, tip + 4, w * 1.05, 9, shade, 0.55);
        for (int side = -1; side <= 1; side += 2) {
            Brush.pen(g, shade, 0.65, 1.7);
            g.draw(
                    Brush.open(
                            x + side * w * 0.72,
                            tip - 15,
                            x + side * w,
                            tip - 6,
                            x + side * w * 0.86,
                            tip + 2,
                            x + side * w * 0.55,
                            tip + 1));
            Brush.spot(
                    g, x + side * w * 0.45, tip + 1, w * 0.26, 4, Brush.darker(shade, 0.7), 0.95);
        }
    }

    private void mouth(Graphics2D g) {
        double w = face.mouthWidth() * (1 + 0.12 * Math.max(0, view.smile()));
        double y = face.mouthY();
        double corner = y - view.smile() * 6;
        double full = face.lipFullness();
        Path2D upper =
                Brush.open(
                        -w,
                        corner,
                        -w * 0.4,
                        y - full * 0.75,
                        -w * 0.12,
                        y - full * 0.95,
                        0,
                        y - full * 0.7,
                        w * 0.12,
                        y - full * 0.95,
                        w * 0.4,
                        y - full * 0.75,
                        w,
                        corner);
        upper.append(
                Brush.open(w, corner, w * 0.4, y + 1, 0, y + 1.5, -w * 0.4, y + 1, -w, corner),
                true);
        Path2D lower =
                Brush.open(
                        -w * 0.94,
                        corner + 0.5,
                        -w * 0.4,
                        y + 1,
                        0,
                        y + 1.5,
                        w * 0.4,
                        y + 1,
                        w * 0.94,
                        corner + 0.5);
        lower.append(
                Brush.open(
                        w * 0.94,
                        corner + 0.5,
                        w * 0.45,
                        y + full * 1.05,
                        0,
                        y + full * 1.3,
                        -w * 0.45,
                        y + full * 1.05,
                        -w * 0.94,
                        corner + 0.5),
                true);
        g.setPaint(Brush.darker(face.lips(), 0.14));
        g.fill(upper);
        g.setPaint(face.lips());
        g.fill(lower);
        Brush.spot(g, 0, y + full * 0.65, w * 0.4, full * 0.35, Color.WHITE, 0.25);
        Brush.pen(g, Brush.darker(face.lips(), 0.65), 0.85, 1.8);
        g.draw(Brush.open(-w, corner, -w * 0.4, y + 1, 0, y + 1.5, w * 0.4, y + 1, w, corner));
        Brush.spot(g, -w - 2, corner, 5, 5, shade, 0.5);
        Brush.spot(g, w + 2, corner, 5, 5, shade, 0.5);
    }

    private void glasses(Graphics2D g) {
        double rx = face.eyeWidth() + 9;
        double ry = 19;
        double y = face.eyeY() - 1;
        Brush.pen(g, new Color(40, 36, 40), 0.9, 2.6);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (face.eyeGap() + 1);
            g.draw(new RoundRectangle2D.Double(x - rx, y - ry, 2 * rx, 2 * ry, 24, 26));
            g.draw(Brush.open(x + side * rx, y - 6, side * (face.width() - 2), y - 10));
        }
        g.draw(Brush.open(-face.eyeGap() + rx, y - 4, 0, y - 8, face.eyeGap() - rx, y - 4));
    }
}
