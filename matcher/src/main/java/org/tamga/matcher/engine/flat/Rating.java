package org.tamga.matcher.engine.flat;

/**
 * The published weights of SourceAFIS and its scale, on which 40 stands for one false match in
 * 10,000.
 */
final class Rating {
    private static final double MINUTIA = 0.032;
    private static final double MINUTIA_FRACTION = 8.98;
    private static final double SUPPORTED_MINUTIA = 0.193;
    private static final double EDGE = 0.265;
    private static final double SAME_TYPE = 0.629;
    private static final double LENGTH_ACCURACY = 9.9;
    private static final double ANGLE_ACCURACY = 2.79;

    /** Totals at which the scale bends, and the score there. */
    private static final double[] TOTAL = {8.48, 11.12, 14.15, 18.22, 22.39, 27.24, 32.01};

    private static final double[] SCORE = {0, 3, 10, 20, 30, 40, 50};

    private Rating() {}

    /**
     * @param pairs minutiae in the alignment
     * @param supported those to which a second edge leads
     * @param edges pairs and supporting edges
     * @param lengthError pixels, summed over the pairs but the first
     * @param angleError radians, both ends of the same edges
     */
    static double total(
            int pairs,
            int probeMinutiae,
            int candidateMinutiae,
            int supported,
            int edges,
            int sameType,
            int lengthError,
            float angleError) {
        double fraction =
                0.5 * (pairs / (double) probeMinutiae + pairs / (double) candidateMinutiae);
        int joints = Math.max(0, pairs - 1);
        int worstLength = Tolerance.LENGTH * joints;
        float worstAngle = Tolerance.ANGLE * joints * 2;
        double lengthAccuracy =
                worstLength > 0 ? (worstLength - lengthError) / (double) worstLength : 0;
        double angleAccuracy = worstAngle > 0 ? (worstAngle - angleError) / worstAngle : 0;
        return MINUTIA * pairs
                + MINUTIA_FRACTION * fraction
                + SUPPORTED_MINUTIA * supported
                + EDGE * edges
                + SAME_TYPE * sameType
                + LENGTH_ACCURACY * lengthAccuracy
                + ANGLE_ACCURACY * angleAccuracy;
    }

    static double score(double total) {
        if (total < TOTAL[0]) {
            return 0;
        }
        for (int i = 1; i < TOTAL.length; i++) {
            if (total < TOTAL[i]) {
                return (total - TOTAL[i - 1])
                                / (TOTAL[i] - TOTAL[i - 1])
                                * (SCORE[i] - SCORE[i - 1])
                        + SCORE[i - 1];
            }
        }
        return (total - TOTAL[6]) / (TOTAL[6] - TOTAL[3]) * 30 + 50;
    }
}
