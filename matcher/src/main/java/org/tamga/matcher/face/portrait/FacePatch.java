package org.tamga.matcher.face.portrait;

import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.Resampling;
import org.tamga.matcher.face.Similarity;

/**
 * The face set upright: eyes level, at most {@value #MOST_PIXELS} pixels apart. Measures in it are
 * in eye distances from the middle between the eyes.
 */
final class FacePatch implements AutoCloseable {
    private static final double MOST_PIXELS = 90;
    private static final double HALF_WIDTH = 1.1;
    private static final double ABOVE = 0.8;
    private static final double BELOW = 1.9;

    private final double unit;
    private final double sourceUnit;
    private final int width;
    private final int height;
    private final int[] luma;

    private FacePatch(double unit, double sourceUnit, FaceImage upright) {
        this.unit = unit;
        this.sourceUnit = sourceUnit;
        this.width = upright.width();
        this.height = upright.height();
        this.luma = new int[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = upright.luma(i % width, i / width);
        }
    }

    static FacePatch of(FaceImage image, FaceBox face) {
        double unit = Math.min(MOST_PIXELS, face.eyeDistance());
        List<FaceBox.Point> eyes =
                List.of(
                        new FaceBox.Point((HALF_WIDTH - 0.5) * unit, ABOVE * unit),
                        new FaceBox.Point((HALF_WIDTH + 0.5) * unit, ABOVE * unit));
        try (FaceImage upright =
                Resampling.draw(
                        image,
                        Similarity.fit(face.landmarks().subList(0, 2), eyes),
                        (int) (2 * HALF_WIDTH * unit),
                        (int) ((ABOVE + BELOW) * unit),
                        Resampling.Border.REFLECTED)) {
            return new FacePatch(unit, face.eyeDistance(), upright);
        }
    }

    /** Pixels between the eyes in the original image. */
    double sourceUnit() {
        return sourceUnit;
    }

    /** Pixels of the patch for a length in eye distances, at least 1. */
    int pixels(double length) {
        return Math.max(1, (int) Math.round(length * unit));
    }

    double length(double pixels) {
        return pixels / unit;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int column(double x) {
        return Math.clamp(Math.round((HALF_WIDTH + x) * unit), 0, width - 1);
    }

    int row(double y) {
        return Math.clamp(Math.round((ABOVE + y) * unit), 0, height - 1);
    }

    int at(int column, int row) {
        return luma[row * width + column];
    }

    /** Sorted brightness of a rectangle. */
    int[] sorted(double left, double top, double right, double bottom) {
        int[] counts = new int[256];
        for (int y = row(top); y <= row(bottom); y++) {
            for (int x = column(left); x <= column(right); x++) {
                counts[at(x, y)]++;
            }
        }
        int[] values = new int[Arrays.stream(counts).sum()];
        for (int value = 0, i = 0; value < counts.length; value++) {
            Arrays.fill(values, i, i + counts[value], value);
            i += counts[value];
        }
        return values;
    }

    /** Median brightness of the cheeks beside the nose. */
    double skin() {
        int[] right = sorted(-0.55, 0.35, -0.3, 0.65);
        int[] left = sorted(0.3, 0.35, 0.55, 0.65);
        return (right[right.length / 2] + left[left.length / 2]) / 2.0;
    }

    @Override
    public void close() {
        Arrays.fill(luma, 0);
    }
}
