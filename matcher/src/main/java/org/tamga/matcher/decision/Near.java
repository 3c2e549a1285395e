package org.tamga.matcher.decision;

import java.util.function.IntFunction;
import org.tamga.matcher.Threshold;

/** How near a score has to come for another impression, or a face, to make up for the rest. */
final class Near {
    /** Up to this rate a score counts as near; a face makes up for no more. */
    static final int PER_MILLION = 10_000;

    private Near() {}

    /**
     * The lowest score that a face makes up for: finger and face of two people err independently,
     * so that the finger's rate may be as much higher as the face's is below one.
     *
     * @param near the score from which anything counts as near
     * @param target rate of the fingers without a face
     * @param threshold of fingers for a rate per million, for this comparison of the transaction
     */
    static double withFace(
            double near, int target, LadderPolicy policy, IntFunction<Threshold> threshold) {
        if (!policy.facesCount()) {
            return Double.POSITIVE_INFINITY;
        }
        long relaxed = target * 1_000_000L / policy.faceFmrPerMillion();
        return Math.max(near, threshold.apply((int) Math.min(PER_MILLION, relaxed)).score());
    }
}
