package org.tamga.matcher.face.portrait;

import java.util.Arrays;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;

/**
 * How far eyes and mouth are open, from how far dark pixels reach up and down. An estimate:
 * glasses, deep shadow, very light eyes and shown teeth deceive it.
 */
public final class Openings {
    private static final double LEAST_PIXELS = 60;
    private static final double LEAST_PIXELS_IN_A_STREAM = 30;
    private static final double UNKNOWN = -1;

    private Openings() {}

    /**
     * Of the less open eye of a face in a stream of frames, in eye distances; only changes mean
     * something. −1 where the eyes are less than 30 pixels apart.
     */
    public static double eyes(FaceImage image, FaceBox face) {
        if (!face.isUsable() || face.eyeDistance() < LEAST_PIXELS_IN_A_STREAM) {
            return UNKNOWN;
        }
        try (FacePatch patch = FacePatch.of(image, face)) {
            return Math.min(eye(patch, -0.5), eye(patch, 0.5));
        }
    }

    static double eyes(FacePatch patch) {
        return patch.sourceUnit() < LEAST_PIXELS
                ? UNKNOWN
                : Math.min(eye(patch, -0.5), eye(patch, 0.5));
    }

    /** Dark between the lips, below the brightness of any lip line's surroundings. */
    static double mouth(FacePatch patch) {
        if (patch.sourceUnit() < LEAST_PIXELS) {
            return UNKNOWN;
        }
        return run(patch, 0, 0.12, 0.8, 1.6, 0.45 * patch.skin(), 0.5);
    }

    /** Darker than half-way between the darkest part and the skin under the eye. */
    private static double eye(FacePatch patch, double centre) {
        int[] inner = patch.sorted(centre - 0.16, -0.12, centre + 0.16, 0.14);
        int[] under = patch.sorted(centre - 0.15, 0.2, centre + 0.15, 0.35);
        double dark = inner[inner.length / 20];
        double skin = under[under.length / 2];
        // Not the median: the landmark may lie beside the iris.
        double limit = dark + 0.5 * Math.max(0, skin - dark);
        return run(patch, centre, 0.16, -0.14, 0.16, limit, 0.8);
    }

    /** A quantile over the columns of the longest dark run, in eye distances. */
    private static double run(
            FacePatch patch,
            double centre,
            double half,
            double top,
            double bottom,
            double limit,
            double quantile) {
        int left = patch.column(centre - half);
        int right = patch.column(centre + half);
        int[] longest = new int[right - left + 1];
        for (int x = left; x <= right; x++) {
            int run = 0;
            for (int y = patch.row(top); y <= patch.row(bottom); y++) {
                run = patch.at(x, y) < limit ? run + 1 : 0;
                longest[x - left] = Math.max(longest[x - left], run);
            }
        }
        Arrays.sort(longest);
        return patch.length(longest[(int) (quantile * (longest.length - 1))]);
    }
}
