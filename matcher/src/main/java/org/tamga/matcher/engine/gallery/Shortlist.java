package org.tamga.matcher.engine.gallery;

/**
 * How many subjects of a gallery go on from stage to stage.
 *
 * @param checked subjects whose similar minutiae are checked for a common motion
 * @param compared subjects whose first minutiae sets are compared exactly
 * @param completed subjects of which all sets are compared exactly
 */
record Shortlist(int checked, int compared, int completed) {
    /** Galleries up to this size are compared exhaustively. */
    static final int EXHAUSTIVE = 50;

    private static final int CHECKED_ONE_IN = 20;
    private static final int CHECKED_LEAST = 128;
    private static final int CHECKED_LEAST_TOGETHER = 64;
    private static final int COMPARED_ONE_IN = 200;
    private static final int COMPARED_LEAST = 24;
    private static final int COMPLETED = 8;
    private static final int COMPLETED_LEAST = 4;

    /** Several fingers tell more than one: the more there are, the fewer subjects go on. */
    static Shortlist of(int subjects, int fingers) {
        return subjects <= EXHAUSTIVE
                ? new Shortlist(subjects, subjects, subjects)
                : new Shortlist(
                        among(
                                subjects,
                                CHECKED_ONE_IN * fingers,
                                fingers == 1 ? CHECKED_LEAST : CHECKED_LEAST_TOGETHER),
                        among(
                                subjects,
                                COMPARED_ONE_IN * fingers,
                                Math.max(COMPLETED, COMPARED_LEAST / fingers)),
                        Math.max(COMPLETED_LEAST, COMPLETED / fingers));
    }

    boolean isExhaustive(int subjects) {
        return compared == subjects;
    }

    private static int among(int subjects, int oneIn, int least) {
        return Math.min(subjects, Math.max(least, (subjects + oneIn - 1) / oneIn));
    }
}
