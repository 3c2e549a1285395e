package org.tamga.matcher.decision;

/** How near a score has to come for another impression, or a face, to make up for the rest. */
final class Near {
    /** Up to this rate a score counts as near; a face makes up for no more. */
    static final int PER_MILLION = 10_000;

    private Near() {}

    /**
     * The finger's rate when a face has to agree: finger and face of two people err independently,
     * so that it may be as much higher as the face's rate is below one.
     *
     * @param target the rate without a face
     * @param faceFmrPerMillion above 0
     */
    static int relaxed(int target, int faceFmrPerMillion) {
        return (int) Math.min(PER_MILLION, target * 1_000_000L / faceFmrPerMillion);
    }
}
