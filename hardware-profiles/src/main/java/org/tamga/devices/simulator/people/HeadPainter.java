package org.tamga.devices.simulator.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Shoulders, neck, ears and the skin of the head, in coordinates of the head's middle. */
final class HeadPainter {
    private final FaceTraits face;
    private final FaceView view;
    private final Color shade;

    HeadPainter(FaceTraits face, FaceView view) {
        this.face = face;
        this.view = view;
        this.shade = Brush.darker(face.skin(), 0.55);
    }

    Shape outline() {
        double w = face.width();
        double h = face.height();
        return Brush.closed(
                0,
                -h,
                w * 0.58,
                -h * 0.9,
                w * face.temple(),
                -h * 0.45,
                w,
                -h * 0.02,
                w * (0.45 + 0.5 * face.jaw()),
                h * 0.38,
                w * face.jaw() * 0.8,
                h * 0.66,
                w * face.chin(),
                h * 0.93,
                0,
                h,
                -w * face.chin(),
                h * 0.93,
                -w * face.jaw() * 0.8,
                h * 0.66,
                -w * (0.45 + 0.5 * face.jaw()),
                h * 0.38,
                -w,
                -h * 0.02,
                -w * face.temple(),
                -h * 0.45,
                -w * 0.58,
                -h * 0.9);
    }

    void body(Graphics2D g) {
        double h = face.height();
        double neck = face.width() * (face.sex() == Sex.MALE ? 0.66 : 0.52);
        double spread = face.sex() == Sex.MALE ? 225 : 190;
        g.setPaint(Brush.darker(face.skin(), 0.14));
        g.fill(
                Brush.closed(
                        -neck,
                        h * 0.4,
                        neck,
                        h * 0.4,
                        neck * 1.02,
                        h * 1.15,
                        neck * 1.3,
                        h * 1.45,
                        0,
                        h * 1.75,
                        -neck * 1.3,
                        h * 1.45,
                        -neck * 1.02,
                        h * 1.15));
        Brush.spot(g, 0, h * 0.98, neck * 1.3, h * 0.3, shade, 0.75);
        Path2D shoulders = new Path2D.Double();
        shoulders.moveTo(-spread - 30, 460);
        shoulders.curveTo(-spread - 10, h * 1.5, -neck * 1.9, h * 1.42, -neck * 1.1, h * 1.2);
        double dip = face.collar() == 0 ? h * 1.24 : h * 1.62;
        shoulders.curveTo(-neck * 0.7, dip, neck * 0.7, dip, neck * 1.1, h * 1.2);
        shoulders.curveTo(neck * 1.9, h * 1.42, spread + 10, h * 1.5, spread + 30, 460);
        shoulders.closePath();
        g.setPaint(face.clothes());
        g.fill(shoulders);
        Brush.pen(g, Brush.darker(face.clothes(), 0.5), 0.5, 2.5);
        g.draw(shoulders);
        if (face.collar() == 2) {
            collar(g, neck, h);
        }
    }

    private void collar(Graphics2D g, double neck, double h) {
        Color linen = Brush.lighter(face.clothes(), 0.75);
        for (int side = -1; side <= 1; side += 2) {
            Path2D flap = new Path2D.Double();
            flap.moveTo(side * neck * 1.12, h * 1.14);
            flap.lineTo(side * neck * 1.55, h * 1.44);
            flap.lineTo(side * neck * 0.65, h * 1.72);
            flap.lineTo(0, h * 1.56);
            flap.closePath();
            g.setPaint(linen);
            g.fill(flap);
            Brush.pen(g, Brush.darker(linen, 0.5), 0.5, 1.5);
            g.draw(flap);
        }
    }

    void ears(Graphics2D g) {
        double size = face.earSize();
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (face.width() + 2 - Math.max(0, side * view.yaw()) * 12);
            double y = face.eyeY() + 20;
            g.setPaint(Brush.darker(face.skin(), 0.1));
            g.fill(new Ellipse2D.Double(x - size * 0.42, y - size, size * 0.84, 2 * size));
            Brush.spot(g, x, y, size * 0.28, size * 0.7, shade, 0.6);
        }
    }

    void skin(Graphics2D g) {
        Shape outline = outline();
        double w = face.width();
        double h = face.height();
        Color[] tones = {
            Brush.lighter(face.skin(), 0.13), face.skin(), Brush.darker(face.skin(), 0.3)
        };
        g.setPaint(
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        1,
                        new Point2D.Double(0, 0),
                        new float[] {0f, 0.62f, 1f},
                        tones,
                        RadialGradientPaint.CycleMethod.NO_CYCLE,
                        RadialGradientPaint.ColorSpaceType.SRGB,
                        new AffineTransform(
                                w * 1.12, 0, 0, h * 1.12, -view.light() * 30, -h * 0.05)));
        g.fill(outline);
        Shape before = g.getClip();
        g.clip(outline);
        relief(g, w, h);
        if (face.age() > 35) {
            age(g, w);
        }
        g.setClip(before);
        Brush.pen(g, shade, 0.5, 1.6);
        g.draw(outline);
    }

    private void relief(Graphics2D g, double w, double h) {
        Color light = Brush.lighter(face.skin(), 0.5);
        Color blush = FaceTraits.mix(face.skin(), new Color(205, 84, 74), 0.6);
        double shift = view.yaw() * 12;
        for (int side = -1; side <= 1; side += 2) {
            double eye = side * face.eyeGap() + shift;
            Brush.spot(g, eye, face.eyeY() - 4, 40, 27, shade, 0.5);
            Brush.spot(g, side * w * 0.6 + shift, face.eyeY() + 48, 36, 22, light, 0.4);
            Brush.spot(g, side * w * 0.58 + shift, face.eyeY() + 62, 40, 30, blush, 0.35);
            Brush.spot(g, side * w * 0.8, h * 0.58, 40, 60, shade, 0.4);
            double shadow = Math.clamp(0.25 - side * view.light() * 0.35, 0, 0.6);
            Brush.spot(g, side * w, 0, w * 0.55, h * 0.9, shade, shadow);
        }
        Brush.spot(g, shift * 0.6, -h * 0.5, w * 0.6, h * 0.22, light, 0.4);
        Brush.spot(g, shift, face.mouthY() + 27, 30, 11, shade, 0.4);
        Brush.spot(g, shift, h * 0.88, 24, 15, light, 0.35);
    }

    private void age(Graphics2D g, double w) {
        double depth = Math.clamp((face.age() - 35) / 45.0, 0.05, 1);
        double shift = view.yaw() * 12;
        Brush.pen(g, shade, 0.12 + 0.4 * depth, 1.6);
        for (int side = -1; side <= 1; side += 2) {
            double nose = side * (face.noseWidth() + 6) + shift;
            double mouth = side * (face.mouthWidth() + 8) + shift;
            g.draw(
                    Brush.open(
                            nose,
                            face.eyeY() + face.noseLength() - 2,
                            (nose + mouth) / 2 + side * 5,
                            (face.eyeY() + face.noseLength() + face.mouthY()) / 2,
                            mouth,
                            face.mouthY() + 4));
            double eye = side * face.eyeGap() + shift;
            g.draw(
                    Brush.open(
                            eye - 17,
                            face.eyeY() + 17,
                            eye,
                            face.eyeY() + 22,
                            eye + 17,
                            face.eyeY() + 17));
            for (int line = 0; depth > 0.3 && line < 3; line++) {
                double outer = eye + side * (face.eyeWidth() + 5);
                g.draw(
                        Brush.open(
                                outer,
                                face.eyeY() - 3 + line * 5,
                                outer + side * 11,
                                face.eyeY() - 8 + line * 9));
            }
        }
        for (int line = 0; line < (int) Math.round(3 * depth); line++) {
            double y = -face.height() * (0.44 + 0.08 * line);
            g.draw(Brush.open(-w * 0.4 + shift, y + 3, 0 + shift, y - 2, w * 0.4 + shift, y + 3));
        }
    }
}
