package org.tamga.matcher.face.portrait;

import java.util.Arrays;

/** Brightness of the inner face, from the brows to below the mouth. */
record FaceTone(double brightness, double washedOut, double contrast, double sideDifference) {
    private static final double HALF = 0.7;
    private static final double TOP = -0.3;
    private static final double BOTTOM = 1.3;
    private static final int WHITE = 250;

    static FaceTone of(FacePatch patch) {
        int[] face = patch.sorted(-HALF, TOP, HALF, BOTTOM);
        double right = mean(patch.sorted(-HALF, TOP, -0.05, BOTTOM));
        double left = mean(patch.sorted(0.05, TOP, HALF, BOTTOM));
        return new FaceTone(
                mean(face),
                Arrays.stream(face).filter(value -> value >= WHITE).count() / (double) face.length,
                face[face.length * 95 / 100] - face[face.length * 5 / 100],
                Math.abs(right - left) / Math.max(1, Math.max(right, left)));
    }

    private static double mean(int[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
