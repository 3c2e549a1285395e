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

    /** The middle between the eyes. */
    public Point eyes() {
        Point right = landmarks.get(0);
        Point left = landmarks.get(1);
        return new Point((right.x() + left.x()) / 2, (right.y() + left.y()) / 2);
    }

    /**
     * A point of the image in the face's own frame: origin between the eyes, x along their line
     * towards the person's left, y towards the chin, unit the eye distance.
     */
    public Point along(Point point) {
        double unit = eyeDistance();
        double ax = (landmarks.get(1).x() - landmarks.get(0).x()) / unit;
        double ay = (landmarks.get(1).y() - landmarks.get(0).y()) / unit;
        double dx = (point.x() - eyes().x()) / unit;
        double dy = (point.y() - eyes().y()) / unit;
        return new Point(dx * ax + dy * ay, dy * ax - dx * ay);
    }

    /** Whether all numbers are finite and the eyes are at least 10 pixels apart. */
    public boolean isUsable() {
        return landmarks.size() == 5
                && landmarks.stream()
                        .allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
                && eyeDistance() >= 10
                && width > 0
                && height > 0;
    }

    /** Intersection over union of two boxes, 0–1. */
    public double overlap(FaceBox other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double common = Math.max(0, w) * Math.max(0, h);
        return common / (width * height + other.width * other.height - common);
    }

    /** The same face in an image that is larger by a factor. */
    public FaceBox scaled(double factor) {
        return new FaceBox(
                x * factor,
                y * factor,
                width * factor,
                height * factor,
                score,
                landmarks.stream()
                        .map(point -> new Point(point.x() * factor, point.y() * factor))
                        .toList());
    }
}
