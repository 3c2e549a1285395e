package org.tamga.devices.simulator.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Hair, scarves and beards, in coordinates of the head's middle. */
final class HairPainter {
    private final FaceTraits face;
    private final Shape head;
    private final Dice dice;
    private final double w;
    private final double h;

    /**
     * @param dice the same for every view of a face, because it places the strands
     */
    HairPainter(FaceTraits face, Shape head, Dice dice) {
        this.face = face;
        this.head = head;
        this.dice = dice;
        this.w = face.width();
        this.h = face.height();
    }

    /** What lies behind neck and head. */
    void behind(Graphics2D g) {
        switch (face.hairStyle()) {
            case LONG ->
                    mass(
                            g,
                            Brush.closed(
                                    0, -h * 1.12, w * 1.05, -h * 0.6, w * 1.22, h * 0.4, w * 1.15,
                                    h * 1.35, 0, h * 1.5, -w * 1.15, h * 1.35, -w * 1.22, h * 0.4,
                                    -w * 1.05, -h * 0.6),
                            face.hair());
            case BOB ->
                    mass(
                            g,
                            Brush.closed(
                                    0, -h * 1.12, w * 1.08, -h * 0.6, w * 1.25, h * 0.2, w * 1.1,
                                    h * 0.85, 0, h * 0.9, -w * 1.1, h * 0.85, -w * 1.25, h * 0.2,
                                    -w * 1.08, -h * 0.6),
                            face.hair());
            case BUN ->
                    mass(
                            g,
                            new Ellipse2D.Double(-w * 0.42, -h * 1.34, w * 0.84, h * 0.5),
                            face.hair());
            case SCARF_DRAPED ->
                    mass(
                            g,
                            Brush.closed(
                                    0, -h * 1.14, w * 1.1, -h * 0.7, w * 1.22, h * 0.3, w * 1.2,
                                    h * 1.2, 0, h * 1.6, -w * 1.2, h * 1.2, -w * 1.22, h * 0.3,
                                    -w * 1.1, -h * 0.7),
                            face.scarf());
            default -> {}
        }
    }

    /** What lies over the head. */
    void over(Graphics2D g) {
        switch (face.hairStyle()) {
            case BALD -> {}
            case CROPPED -> cap(g, 1.015, 0.9);
            case SHORT, SWEPT_BACK -> cap(g, 1.06, 1);
            case SIDE_PART -> cap(g, 1.08, 1);
            case RECEDING -> sides(g);
            case LONG, BOB, BUN -> cap(g, 1.07, 1);
            case BRAIDS -> {
                cap(g, 1.06, 1);
                braids(g);
            }
            case SCARF_TIED_BACK -> scarf(g, 0.45);
            case SCARF_DRAPED -> {
                scarf(g, 0.5);
                drape(g);
            }
        }
    }

    void beard(Graphics2D g) {
        double y = face.mouthY();
        double m = face.mouthWidth();
        Shape before = g.getClip();
        g.clip(head);
        switch (face.beard()) {
            case NONE -> {}
            case STUBBLE -> strands(g, jaw(), face.hair(), 1700, 2.2, 0.28);
            case MOUSTACHE -> moustache(g, m, y);
            case GOATEE -> {
                moustache(g, m, y);
                strands(
                        g,
                        Brush.closed(
                                -m * 0.7, y + 22, m * 0.7, y + 22, m * 0.55, h * 0.97, 0, h,
                                -m * 0.55, h * 0.97),
                        face.hair(),
                        500,
                        8,
                        0.6);
            }
            case FULL -> {
                moustache(g, m, y);
                g.setPaint(Brush.alpha(face.hair(), 0.55));
                g.fill(jaw());
                strands(g, jaw(), face.hair(), 1800, 8, 0.55);
            }
        }
        g.setClip(before);
    }

    private Area jaw() {
        Area jaw = new Area(head);
        double top = face.eyeY() + 50;
        jaw.subtract(new Area(new Rectangle2D.Double(-w * 1.2, -h * 1.2, w * 2.4, h * 1.2 + top)));
        jaw.subtract(
                new Area(
                        Brush.closed(
                                -w * 0.86,
                                top - 20,
                                0,
                                top - 40,
                                w * 0.86,
                                top - 20,
                                w * 0.62,
                                face.mouthY() - 8,
                                face.mouthWidth() + 8,
                                face.mouthY() + 16,
                                0,
                                face.mouthY() + 22,
                                -face.mouthWidth() - 8,
                                face.mouthY() + 16,
                                -w * 0.62,
                                face.mouthY() - 8)));
        return jaw;
    }

    private void moustache(Graphics2D g, double m, double y) {
        Shape shape =
                Brush.closed(
                        -m * 1.05, y + 3, -m * 0.6, y - 12, 0, y - 15, m * 0.6, y - 12, m * 1.05,
                        y + 3, m * 0.5, y - 4, 0, y - 6, -m * 0.5, y - 4);
        g.setPaint(Brush.alpha(face.hair(), 0.5));
        g.fill(shape);
        strands(g, shape, face.hair(), 240, 6, 0.7);
    }

    /** Hair over the skull, its lower edge the hairline of the style. */
    private void cap(Graphics2D g, double volume, double alpha) {
        Area hair = new Area(skull(volume));
        hair.subtract(new Area(forehead()));
        g.setPaint(Brush.alpha(face.hair(), alpha));
        g.fill(hair);
        strands(g, hair, Brush.darker(face.hair(), 0.4), 420, 16, 0.35);
        strands(g, hair, Brush.lighter(face.hair(), 0.25), 260, 18, 0.22);
    }

    private Shape skull(double volume) {
        double side = face.eyeY() + (face.sex() == Sex.MALE ? -4 : 34);
        return Brush.closed(
                0,
                -h * volume - 8,
                w * 0.62 * volume,
                -h * 0.93 * volume,
                w * 1.02 * volume,
                -h * 0.45,
                w * volume,
                side,
                w * 0.88,
                side + 8,
                0,
                -h * 0.3,
                -w * 0.88,
                side + 8,
                -w * volume,
                side,
                -w * 1.02 * volume,
                -h * 0.45,
                -w * 0.62 * volume,
                -h * 0.93 * volume);
    }

    private Shape forehead() {
        double line = -h * face.hairline();
        double side = face.partSide();
        double edge = w * 0.9;
        return switch (face.hairStyle()) {
            case SIDE_PART ->
                    Brush.closed(
                            -side * edge,
                            -h * 0.3,
                            -side * w * 0.74,
                            line + 6,
                            0,
                            line + 10,
                            side * w * 0.45,
                            line - 26,
                            side * w * 0.72,
                            line,
                            side * edge,
                            -h * 0.3,
                            side * w * 0.86,
                            h * 0.4,
                            -side * w * 0.86,
                            h * 0.4);
            case LONG, BOB, BRAIDS ->
                    Brush.closed(
                            -edge,
                            -h * 0.1,
                            -w * 0.66,
                            line + 22,
                            side * w * 0.1,
                            line - 24,
                            w * 0.66,
                            line + 22,
                            edge,
                            -h * 0.1,
                            w * 0.86,
                            h * 0.4,
                            -w * 0.86,
                            h * 0.4);
            case SWEPT_BACK, BUN ->
                    Brush.closed(
                            -edge, -h * 0.25, -w * 0.7, line - 4, 0, line - 16, w * 0.7, line - 4,
                            edge, -h * 0.25, w * 0.86, h * 0.4, -w * 0.86, h * 0.4);
            default ->
                    Brush.closed(
                            -edge, -h * 0.3, -w * 0.76, line + 4, -w * 0.3, line + 6, w * 0.3,
                            line + 2, w * 0.76, line + 6, edge, -h * 0.3, w * 0.86, h * 0.4,
                            -w * 0.86, h * 0.4);
        };
    }

    private void sides(Graphics2D g) {
        Area hair = new Area(skull(1.02));
        hair.subtract(
                new Area(
                        Brush.closed(
                                -w * 0.9, -h * 0.2, -w * 0.84, -h * 0.62, -w * 0.5, -h * 0.95, 0,
                                -h * 1.2, w * 0.5, -h * 0.95, w * 0.84, -h * 0.62, w * 0.9,
                                -h * 0.2, w * 0.86, h * 0.4, -w * 0.86, h * 0.4)));
        g.setPaint(Brush.alpha(face.hair(), 0.85));
        g.fill(hair);
        strands(g, hair, Brush.darker(face.hair(), 0.4), 260, 9, 0.4);
    }

    private void braids(Graphics2D g) {
        for (int side = -1; side <= 1; side += 2) {
            for (int n = 0; n < 11; n++) {
                double x = side * (w * 0.98 + 5 * Math.sin(n * 2.2));
                double y = h * 0.25 + n * 21;
                g.setPaint(n % 2 == 0 ? face.hair() : Brush.lighter(face.hair(), 0.08));
                g.fill(new Ellipse2D.Double(x - 15, y - 15, 30, 32));
            }
        }
    }

    private void scarf(Graphics2D g, double line) {
        Area cloth =
                new Area(
                        Brush.closed(
                                0, -h * 1.1, w * 0.7, -h * 1, w * 1.1, -h * 0.5, w * 1.07, h * 0.1,
                                w * 0.9, h * 0.35, 0, -h * 0.2, -w * 0.9, h * 0.35, -w * 1.07,
                                h * 0.1, -w * 1.1, -h * 0.5, -w * 0.7, -h * 1));
        cloth.subtract(
                new Area(
                        Brush.closed(
                                -w * 0.93,
                                h * 0.1,
                                -w * 0.86,
                                -h * line * 0.8,
                                -w * 0.45,
                                -h * (line + 0.16),
                                0,
                                -h * (line + 0.2),
                                w * 0.45,
                                -h * (line + 0.16),
                                w * 0.86,
                                -h * line * 0.8,
                                w * 0.93,
                                h * 0.1,
                                w * 0.8,
                                h * 0.5,
                                -w * 0.8,
                                h * 0.5)));
        mass(g, cloth, face.scarf());
        Shape before = g.getClip();
        g.clip(cloth);
        pattern(g);
        g.setClip(before);
    }

    private void pattern(Graphics2D g) {
        Color ornament =
                dice.chance(0.5)
                        ? Brush.lighter(face.scarf(), 0.6)
                        : Brush.darker(face.scarf(), 0.35);
        for (int n = 0; n < 70; n++) {
            double x = dice.between(-w * 1.1, w * 1.1);
            double y = dice.between(-h * 1.1, h * 0.3);
            Brush.pen(g, ornament, 0.75, 2);
            g.draw(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            g.fill(new Ellipse2D.Double(x - 1.5, y - 1.5, 3, 3));
        }
    }

    private void drape(Graphics2D g) {
        for (int side = -1; side <= 1; side += 2) {
            mass(
                    g,
                    Brush.closed(
                            side * w * 1.08,
                            -h * 0.3,
                            side * w * 1.2,
                            h * 0.4,
                            side * w * 1.15,
                            h * 1.1,
                            side * w * 0.3,
                            h * 1.45,
                            0,
                            h * 1.15,
                            side * w * 0.55,
                            h * 0.95,
                            side * w * 0.93,
                            h * 0.4),
                    face.scarf());
        }
        Brush.pen(g, Brush.darker(face.scarf(), 0.5), 0.35, 2);
        for (int fold = 0; fold < 3; fold++) {
            g.draw(
                    Brush.open(
                            -w * 0.95,
                            h * (0.7 + fold * 0.12),
                            0,
                            h * (1.22 + fold * 0.08),
                            w * 0.95,
                            h * (0.7 + fold * 0.12)));
        }
    }

    private void mass(Graphics2D g, Shape shape, Color color) {
        g.setPaint(color);
        g.fill(shape);
        Shape before = g.getClip();
        g.clip(shape);
        Brush.spot(g, -w * 0.3, -h * 0.9, w, h * 0.5, Brush.lighter(color, 0.5), 0.25);
        Brush.spot(g, 0, h * 0.9, w * 1.1, h * 0.6, Brush.darker(color, 0.6), 0.5);
        g.setClip(before);
        Brush.pen(g, Brush.darker(color, 0.5), 0.4, 1.5);
        g.draw(shape);
    }

    /** Single hairs inside a shape, falling away from the crown. */
    private void strands(
            Graphics2D g, Shape shape, Color color, int count, double length, double alpha) {
        Rectangle2D box = shape.getBounds2D();
        Shape before = g.getClip();
        g.clip(shape);
        Brush.pen(g, color, alpha, 1.2);
        Path2D all = new Path2D.Double();
        for (int n = 0; n < count; n++) {
            double x = box.getX() + dice.unit() * box.getWidth();
            double y = box.getY() + dice.unit() * box.getHeight();
            double away = Math.atan2(y + h * 1.3, x) + dice.bell() * 0.12;
            double side = Math.signum(x) * 0.9 * Math.max(0, -y / h);
            all.moveTo(x, y);
            all.lineTo(
                    x + length * Math.cos(away - side * 0.3),
                    y + length * Math.sin(away - side * 0.3));
        }
        g.draw(all);
        g.setClip(before);
    }
}
