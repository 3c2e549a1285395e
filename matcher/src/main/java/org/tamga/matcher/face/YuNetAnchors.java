package org.tamga.matcher.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns one output level of YuNet into boxes: a grid of anchors, one per {@code stride} pixels.
 *
 * @param stride pixels between anchors
 * @param columns anchors a row
 * @param rows rows of anchors
 */
record YuNetAnchors(int stride, int columns, int rows) {
    private static final double MIN_SCORE = 0.8;
    private static final double MAX_OVERLAP = 0.3;
    private static final int LANDMARKS = 5;

    /**
     * @param face probability of a face, one value an anchor
     * @param object probability of an object, one value an anchor
     * @param box centre offset, log width, log height in strides, four values an anchor
     * @param points five points' offsets in strides, ten values an anchor
     */
    List<FaceBox> decode(float[] face, float[] object, float[] box, float[] points) {
        List<FaceBox> faces = new ArrayList<>();
        for (int anchor = 0; anchor < columns * rows; anchor++) {
            double score = Math.sqrt(unit(face[anchor]) * unit(object[anchor]));
            if (score >= MIN_SCORE) {
                FaceBox found = face(anchor, score, box, points);
                if (isPlausible(found)) {
                    faces.add(found);
                }
            }
        }
        return faces;
    }

    /** Best first, without boxes that overlap a better one (intersection over union above 0.3). */
    static List<FaceBox> suppress(List<FaceBox> faces) {
        List<FaceBox> kept = new ArrayList<>();
        faces.stream()
                .sorted(Comparator.comparingDouble(FaceBox::score).reversed())
                .forEach(
                        face -> {
                            if (kept.stream().allMatch(k -> k.overlap(face) <= MAX_OVERLAP)) {
                                kept.add(face);
                            }
                        });
        return kept;
    }

    private FaceBox face(int anchor, double score, float[] box, float[] points) {
        int column = anchor % columns;
        int row = anchor / columns;
        double width = Math.exp(box[4 * anchor + 2]) * stride;
        double height = Math.exp(box[4 * anchor + 3]) * stride;
        List<FaceBox.Point> landmarks = new ArrayList<>();
        for (int i = 0; i < LANDMARKS; i++) {
            landmarks.add(
                    new FaceBox.Point(
                            (column + points[10 * anchor + 2 * i]) * stride,
                            (row + points[10 * anchor + 2 * i + 1]) * stride));
        }
        return new FaceBox(
                (column + box[4 * anchor]) * stride - width / 2,
                (row + box[4 * anchor + 1]) * stride - height / 2,
                width,
                height,
                score,
                landmarks);
    }

    /** A face is not many times larger than the picture, and its numbers are numbers. */
    private boolean isPlausible(FaceBox face) {
        double limit = 4.0 * stride * Math.max(columns, rows);
        return face.width() < limit
                && face.height() < limit
                && face.landmarks().stream()
                        .allMatch(p -> Math.abs(p.x()) < limit && Math.abs(p.y()) < limit);
    }

    private static double unit(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }
}
