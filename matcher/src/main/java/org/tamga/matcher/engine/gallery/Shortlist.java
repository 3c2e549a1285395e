package org.tamga.matcher.engine.gallery;

/**
 * How many subjects of a gallery go on from stage to stage.
 *
 * @param checked subjects whose similar minutiae are checked for a common motion
 * @param compared subjects compared exactly
 */
record Shortlist(int checked, int compared) {
    /** Galleries up to this size are compared exhaustively. */
    static final int EXHAUSTIVE = 50;

    private static final int CHECKED_ONE_IN = 20;
    private static final int CHECKED_LEAST = 128;
    private static final int COMPARED_ONE_IN = 100;
    private static final int COMPARED_LEAST = 32;

    static Shortlist of(int subjects) {
        return subjects <= EXHAUSTIVE
                ? new Shortlist(subjects, subjects)
                : new Shortlist(
                        among(subjects, CHECKED_ONE_IN, CHECKED_LEAST),
                        among(subjects, COMPARED_ONE_IN, COMPARED_LEAST));
    }

    boolean isExhaustive(int subjects) {
        return compared == subjects;
    }

    private static int among(int subjects, int oneIn, int least) {
        return Math.min(subjects, Math.max(least, (subjects + oneIn - 1) / oneIn));
    }
}
