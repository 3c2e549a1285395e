package org.tamga.matcher;

import java.util.EnumSet;
import org.tamga.matcher.engine.quality.QualityMeasures;

/**
 * Turns measures into a score and reasons. Limits of reasons lie near the worst tenth of FVC2002
 * DB1, DB3 and FVC2004 DB1 set B, so that a reason is said of few images and means something.
 *
 * <p>One image cannot always tell pressure from moisture: both thicken ridges. Thin ridges on a
 * small contact are called light, on a full one dry; thick ridges on a contact larger than a
 * fingertip's usual print are called hard, otherwise wet. On sensors smaller than that, hard
 * pressure is therefore called wet.
 */
final class QualityGrading {
    private static final double FINGERTIP_SIDE_MM = 10;

    /** Beyond these medians the ridges are hardly a person's, beyond the outer ones nobody's. */
    private static final double SHORT_RIDGE_DISTANCE_MM = 0.31;

    private static final double LONG_RIDGE_DISTANCE_MM = 0.62;
    private static final double SHORTEST_RIDGE_DISTANCE_MM = 0.28;
    private static final double LONGEST_RIDGE_DISTANCE_MM = 0.7;
    private static final double FULL_READABLE_MM2 = 180;
    private static final double EMPTY_AREA_MM2 = 8;
    private static final double PARTIAL_AREA_MM2 = 90;
    private static final double LIGHT_AREA_MM2 = 110;
    private static final double HARD_AREA_MM2 = 260;
    private static final double LOW_CONTRAST = 40;
    private static final double UNCLEAR = 0.42;
    private static final double FEW_READABLE = 0.4;
    private static final double DRY_RIDGE_SHARE = 0.33;
    private static final double LIGHT_RIDGE_SHARE = 0.36;
    private static final double HARD_RIDGE_SHARE = 0.56;
    private static final double WET_RIDGE_SHARE = 0.58;
    private static final double FILM_COVERS = 0.8;
    private static final double FILM_READABLE = 0.15;
    private static final double OFF_CENTRE = 0.30;

    private QualityGrading() {}

    static FingerQuality grade(QualityMeasures m) {
        if (isEmpty(m)) {
            return new FingerQuality(0, EnumSet.of(QualityReason.EMPTY));
        }
        if (m.polarity() == QualityMeasures.Polarity.LIGHT_RIDGES) {
            return new FingerQuality(0, EnumSet.of(QualityReason.INVERTED));
        }
        if (ridgesAreBeyond(SHORTEST_RIDGE_DISTANCE_MM, LONGEST_RIDGE_DISTANCE_MM, m)) {
            return new FingerQuality(0, EnumSet.of(QualityReason.WRONG_RESOLUTION));
        }
        EnumSet<QualityReason> reasons = EnumSet.noneOf(QualityReason.class);
        addIf(
                reasons,
                ridgesAreBeyond(SHORT_RIDGE_DISTANCE_MM, LONG_RIDGE_DISTANCE_MM, m),
                QualityReason.WRONG_RESOLUTION);
        addIf(
                reasons,
                Math.min(m.imageWidthMm(), m.imageHeightMm()) < FINGERTIP_SIDE_MM,
                QualityReason.TOO_SMALL);
        addIf(reasons, m.contactMm2() < PARTIAL_AREA_MM2, QualityReason.PARTIAL);
        addIf(reasons, m.contrast() < LOW_CONTRAST && !isFilm(m), QualityReason.LOW_CONTRAST);
        addIf(
                reasons,
                m.clarity() < UNCLEAR || m.readableMm2() < FEW_READABLE * m.ridgeMm2(),
                QualityReason.UNCLEAR);
        addSkin(reasons, m);
        addSides(reasons, m);
        return new FingerQuality(score(m), reasons);
    }

    /**
     * The readable area alone foretells genuine scores better than products of several measures
     * did: see {@code docs/performance-matching.md}. The root gives small areas room on the scale.
     */
    private static int score(QualityMeasures m) {
        return (int) Math.round(100 * Math.sqrt(Math.min(1, m.readableMm2() / FULL_READABLE_MM2)));
    }

    private static boolean ridgesAreBeyond(double shortest, double longest, QualityMeasures m) {
        return m.ridgeDistanceMm() > 0
                && (m.ridgeDistanceMm() < shortest || m.ridgeDistanceMm() > longest);
    }

    private static boolean isEmpty(QualityMeasures m) {
        return m.contactMm2() < EMPTY_AREA_MM2
                || m.ridgeMm2() < EMPTY_AREA_MM2 && m.contactMm2() < PARTIAL_AREA_MM2;
    }

    /** Water or dirt on the glass: something everywhere, ridges hardly anywhere. */
    private static boolean isFilm(QualityMeasures m) {
        return m.contactMm2() > FILM_COVERS * m.imageWidthMm() * m.imageHeightMm()
                && m.readableMm2() < FILM_READABLE * m.contactMm2();
    }

    private static void addSkin(EnumSet<QualityReason> reasons, QualityMeasures m) {
        boolean light = m.ridgeShare() < LIGHT_RIDGE_SHARE && m.contactMm2() < LIGHT_AREA_MM2;
        boolean hard = m.ridgeShare() > HARD_RIDGE_SHARE && m.contactMm2() > HARD_AREA_MM2;
        addIf(reasons, light, QualityReason.TOO_LIGHT);
        addIf(reasons, hard, QualityReason.TOO_HARD);
        addIf(reasons, m.ridgeShare() < DRY_RIDGE_SHARE && !light, QualityReason.DRY);
        addIf(reasons, isFilm(m) || m.ridgeShare() > WET_RIDGE_SHARE && !hard, QualityReason.WET);
    }

    private static void addSides(EnumSet<QualityReason> reasons, QualityMeasures m) {
        addIf(reasons, m.offCentreX() < -OFF_CENTRE, QualityReason.TOO_FAR_LEFT);
        addIf(reasons, m.offCentreX() > OFF_CENTRE, QualityReason.TOO_FAR_RIGHT);
        addIf(reasons, m.offCentreY() < -OFF_CENTRE, QualityReason.TOO_FAR_UP);
        addIf(reasons, m.offCentreY() > OFF_CENTRE, QualityReason.TOO_FAR_DOWN);
        addIf(
                reasons,
                Math.max(Math.abs(m.offCentreX()), Math.abs(m.offCentreY())) > OFF_CENTRE,
                QualityReason.OFF_CENTRE);
    }

    private static void addIf(
            EnumSet<QualityReason> reasons, boolean condition, QualityReason reason) {
        if (condition) {
            reasons.add(reason);
        }
    }
}
