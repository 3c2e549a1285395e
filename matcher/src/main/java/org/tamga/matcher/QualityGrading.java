package org.tamga.matcher;

import java.util.EnumSet;
import org.tamga.matcher.engine.QualityMeasures;

/**
 * Turns measures into a score and reasons. Limits lie near the worst tenth of FVC2002 DB1, DB3 and
 * FVC2004 DB1 set B, so that a reason is said of few images and means something.
 */
final class QualityGrading {
    private static final double FINGERTIP_SIDE_MM = 10;
    private static final double FULL_AREA_MM2 = 200;
    private static final double EMPTY_AREA_MM2 = 8;
    private static final double PARTIAL_AREA_MM2 = 90;
    private static final double LOW_CONTRAST = 40;
    private static final double FULL_CONTRAST = 90;
    private static final double UNCLEAR = 0.42;
    private static final double CLEAR = 0.75;
    private static final double DRY_RIDGE_SHARE = 0.27;
    private static final double WET_RIDGE_SHARE = 0.65;
    private static final double USUAL_RIDGE_SHARE = 0.45;
    private static final double RIDGE_SHARE_TOLERANCE = 0.12;
    private static final double OFF_CENTRE = 0.30;

    private QualityGrading() {}

    static FingerQuality grade(QualityMeasures m) {
        if (m.fingerAreaMm2() < EMPTY_AREA_MM2) {
            return new FingerQuality(0, EnumSet.of(QualityReason.EMPTY));
        }
        EnumSet<QualityReason> reasons = EnumSet.noneOf(QualityReason.class);
        addIf(
                reasons,
                Math.min(m.imageWidthMm(), m.imageHeightMm()) < FINGERTIP_SIDE_MM,
                QualityReason.TOO_SMALL);
        addIf(reasons, m.fingerAreaMm2() < PARTIAL_AREA_MM2, QualityReason.PARTIAL);
        addIf(reasons, m.contrast() < LOW_CONTRAST, QualityReason.LOW_CONTRAST);
        addIf(reasons, m.ridgeShare() < DRY_RIDGE_SHARE, QualityReason.DRY);
        addIf(reasons, m.ridgeShare() > WET_RIDGE_SHARE, QualityReason.WET);
        addIf(reasons, m.clarity() < UNCLEAR, QualityReason.UNCLEAR);
        addIf(
                reasons,
                Math.max(m.offCentreX(), m.offCentreY()) > OFF_CENTRE,
                QualityReason.OFF_CENTRE);
        return new FingerQuality(score(m), reasons);
    }

    /**
     * Geometric mean of four shares, so that one bad aspect cannot be bought back by the others.
     */
    private static int score(QualityMeasures m) {
        double area = Math.min(1, m.fingerAreaMm2() / FULL_AREA_MM2);
        double contrast = Math.min(1, m.contrast() / FULL_CONTRAST);
        double clarity = Math.min(1, m.clarity() / CLEAR);
        double fromUsual = Math.abs(m.ridgeShare() - USUAL_RIDGE_SHARE);
        double moisture = 1 - 2 * Math.max(0, fromUsual - RIDGE_SHARE_TOLERANCE);
        return (int)
                Math.round(100 * Math.pow(area * contrast * clarity * clarity * moisture, 0.25));
    }

    private static void addIf(
            EnumSet<QualityReason> reasons, boolean condition, QualityReason reason) {
        if (condition) {
            reasons.add(reason);
        }
    }
}
