package org.tamga.matcher;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.matcher.engine.quality.QualityMeasures;

/**
 * How fit a finger image is for matching, told before any matching.
 *
 * @param score 0 (unusable) to 100
 * @param reasons what to do better, most telling first; empty for a good image
 */
public record FingerQuality(int score, Set<QualityReason> reasons) {
    public FingerQuality {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("quality " + score + " is not 0–100");
        }
        reasons = Collections.unmodifiableSet(new TreeSet<>(reasons));
    }

    /** Usual distance from ridge to ridge. */
    private static final double RIDGE_DISTANCE_MM = 0.46;

    private static final int DPI_STEP = 50;

    /** Measures one image, about 2 ms for a fingertip at 500 dpi. */
    public static FingerQuality of(GrayImage image) {
        return QualityGrading.grade(measures(image));
    }

    /**
     * The resolution at which the ridges would lie as far apart as they usually do, to the next 50:
     * a hint after {@link QualityReason#WRONG_RESOLUTION}, for fingers differ by a quarter either
     * way. Empty where the ridges tell nothing.
     */
    public static OptionalInt likelyDpi(GrayImage image) {
        double dpi = image.dpi() * measures(image).ridgeDistanceMm() / RIDGE_DISTANCE_MM;
        return dpi > 0
                ? OptionalInt.of((int) Math.round(dpi / DPI_STEP) * DPI_STEP)
                : OptionalInt.empty();
    }

    private static QualityMeasures measures(GrayImage image) {
        return QualityMeasures.of(image.width(), image.height(), image.dpi(), image.pixels());
    }

    /**
     * As {@link #of}, after the image, where it is plainly a negative, was put right in place: for
     * live fingers, whose scanner's profile may be wrong about its polarity.
     */
    public static FingerQuality upright(GrayImage image) {
        FingerQuality quality = of(image);
        if (!quality.reasons.contains(QualityReason.INVERTED)) {
            return quality;
        }
        image.invert();
        return of(image);
    }
}
