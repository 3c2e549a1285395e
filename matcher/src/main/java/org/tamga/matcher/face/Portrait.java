package org.tamga.matcher.face;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Cuts a portrait out of a camera frame. */
public final class Portrait {
    private static final double EYE_DISTANCE = 0.25;
    private static final double EYE_LINE = 0.6;
    private static final double ASPECT = 4.0 / 3;

    private Portrait() {}

    /**
     * A token portrait (ISO/IEC 19794-5, clause 9): eyes level, a quarter of the width apart, 0.6
     * widths below the top; 3:4. What lies outside the frame is light grey.
     *
     * @param width of the portrait in pixels, at least 60; height is 4/3 of it
     * @throws IllegalArgumentException when the face has no two distinct eyes
     */
    public static BufferedImage crop(BufferedImage frame, FaceBox face, int width) {
        if (width < 60 || face.eyeDistance() < 1) {
            throw new IllegalArgumentException("portrait too small or eyes unknown");
        }
        FaceBox.Point right = face.landmarks().get(0);
        FaceBox.Point left = face.landmarks().get(1);
        AffineTransform place = new AffineTransform();
        place.translate(width / 2.0, EYE_LINE * width);
        double zoom = EYE_DISTANCE * width / face.eyeDistance();
        place.scale(zoom, zoom);
        place.rotate(-Math.atan2(left.y() - right.y(), left.x() - right.x()));
        place.translate(-(right.x() + left.x()) / 2, -(right.y() + left.y()) / 2);
        BufferedImage portrait =
                new BufferedImage(
                        width, (int) Math.round(width * ASPECT), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = portrait.createGraphics();
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, portrait.getWidth(), portrait.getHeight());
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(frame, place, null);
        g.dispose();
        return portrait;
    }
}
