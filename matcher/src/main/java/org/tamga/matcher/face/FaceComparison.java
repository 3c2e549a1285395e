package org.tamga.matcher.face;

import org.tamga.matcher.face.model.FaceFault;

/** What comparing two faces says. Only {@link Accepted} is an acceptance. */
public sealed interface FaceComparison {

    /** A calibrated or at least trained method: cosine −1 to 1. */
    sealed interface ByNetwork extends FaceComparison permits Accepted, OfficerLooks, Rejected {
        double cosine();

        FaceThresholds thresholds();
    }

    /** At the wanted false match rate the faces are one person's. */
    record Accepted(double cosine, FaceThresholds thresholds) implements ByNetwork {}

    /** The program does not decide; a person compares both pictures. */
    record OfficerLooks(double cosine, FaceThresholds thresholds) implements ByNetwork {}

    /** Too unlike. */
    record Rejected(double cosine, FaceThresholds thresholds) implements ByNetwork {}

    /**
     * Of the weaker method, without a network: which of two pictures is more alike, never who it
     * is. It can neither accept nor reject; a person compares both pictures.
     *
     * @param resemblance 0–1, for sorting only
     */
    record Hint(double resemblance) implements FaceComparison {}

    /**
     * @param detail one English line
     */
    record Impossible(FaceFault fault, String detail) implements FaceComparison {}
}
