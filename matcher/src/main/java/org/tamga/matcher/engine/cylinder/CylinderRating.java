package org.tamga.matcher.engine.cylinder;

import java.util.Arrays;

/**
 * Rates candidates by their cylinders: cosine of each candidate minutia with its most similar probe
 * minutia, summed over the best six. Holds working memory: one for each thread and search.
 */
public final class CylinderRating {
    private static final int BEST = 6;
    private static final int STEPS = 128;

    /** Greatest rating. */
    public static final int MAX = BEST * STEPS;

    private final ProbeWords probe;
    private final double[] best = new double[256];
    private final int[] counts = new int[STEPS + 1];

    public CylinderRating(CylinderCode code) {
        probe = new ProbeWords(code);
    }

    /** Rates one of the codes, 0 to {@link #MAX}. */
    public int rate(CylinderCodes codes, int code) {
        probe.best(codes, code, best);
        Arrays.fill(counts, 0);
        int top = 0;
        int first = codes.firstMinutia(code);
        int minutiae = codes.minutiae(code);
        for (int m = 0; m < minutiae; m++) {
            int step = (int) (STEPS * ProbeWords.cosine(best[m], codes.weights[first + m]));
            counts[step]++;
            top = Math.max(top, step);
        }
        int sum = 0;
        int wanted = BEST;
        for (int step = top; step > 0 && wanted > 0; step--) {
            int taken = Math.min(wanted, counts[step]);
            sum += taken * step;
            wanted -= taken;
        }
        return sum;
    }
}
