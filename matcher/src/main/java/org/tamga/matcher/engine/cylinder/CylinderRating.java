package org.tamga.matcher.engine.cylinder;

import java.util.Arrays;

/**
 * Rates candidates by their cylinders: cosine of each candidate minutia with its most similar probe
 * minutia, summed over the best six. Holds working memory: one for each thread and search.
 */
public final class CylinderRating {
    /** Greatest rating. */
    public static final int MAX = CylinderRating.BEST * CylinderRating.STEPS;

    private static final int BEST = 6;
    private static final int STEPS = 256;
    private static final double[] SCALE = new double[256];

    static {
        for (int weight = 1; weight < SCALE.length; weight++) {
            SCALE[weight] = 1 / Math.sqrt(weight);
        }
    }

    private final CylinderKernel kernel = CylinderKernel.chosen();
    private final long[] probe;
    private final double[] scales;
    private final double[] best = new double[256];
    private final int[] counts = new int[STEPS + 1];

    public CylinderRating(CylinderCode code) {
        probe = new long[code.minutiae() * CylinderCode.WORDS];
        scales = new double[code.minutiae()];
        for (int m = 0; m < scales.length; m++) {
            for (int w = 0; w < CylinderCode.WORDS; w++) {
                probe[m * CylinderCode.WORDS + w] = code.word(m, w);
            }
            scales[m] = STEPS * SCALE[code.weights()[m] & 0xff];
        }
    }

    /**
     * @param words blocks of cylinders
     * @param offset first word of the candidate
     * @param weights of the candidate's cylinders
     * @return 0 to {@link #MAX}
     */
    public int rate(long[] words, int offset, byte[] weights) {
        kernel.best(probe, scales, words, offset, CylinderCode.blocks(weights.length), best);
        Arrays.fill(counts, 0);
        for (int m = 0; m < weights.length; m++) {
            counts[(int) (best[m] * SCALE[weights[m] & 0xff])]++;
        }
        int sum = 0;
        int wanted = BEST;
        for (int step = STEPS; step > 0 && wanted > 0; step--) {
            int taken = Math.min(wanted, counts[step]);
            sum += taken * step;
            wanted -= taken;
        }
        return sum;
    }
}
