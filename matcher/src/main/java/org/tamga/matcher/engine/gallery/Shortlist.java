package org.tamga.matcher.engine.gallery;

/** How many subjects of a gallery reach the exact stage. */
public final class Shortlist {
    /** Galleries up to this size are searched exhaustively. */
    public static final int EXHAUSTIVE = 64;

    /** One subject in this many is compared exactly. */
    public static final int ONE_IN = 33;

    private Shortlist() {}

    static int of(int subjects) {
        return Math.min(subjects, Math.max(EXHAUSTIVE, (subjects + ONE_IN - 1) / ONE_IN));
    }

    /**
     * The lowest rating of which at least {@code wanted} subjects are at or above.
     *
     * @param counts subjects by rating
     */
    static int cut(int[] counts, int wanted) {
        int above = 0;
        for (int rating = counts.length - 1; rating > 0; rating--) {
            above += counts[rating];
            if (above >= wanted) {
                return rating;
            }
        }
        return 0;
    }
}
