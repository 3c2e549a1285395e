package org.tamga.matcher.face;

import java.util.List;

/**
 * A face in an image; coordinates in pixels from the top left corner, may lie outside the image.
 *
 * @param x left edge
 * @param y top edge
 * @param width of the box
 * @param height of the box
 * @param score confidence 0–1
 * @param landmarks right eye, left eye, nose tip, right and left mouth corner (as the person's
 *     sides)
 */
public record FaceBox(
        double x, double y, double width, double height, double score, List<Point> landmarks) {
    public FaceBox {
        landmarks = List.copyOf(landmarks);
    }

    /** A point in pixels. */
    public record Point(double x, double y) {}

    /** Distance between the eyes' centres, pixels. */
    public double eyeDistance() {
        Point right = landmarks.get(0);
        Point left = landmarks.get(1);
        return Math.hypot(right.x() - left.x(), right.y() - left.y());
    }
}
