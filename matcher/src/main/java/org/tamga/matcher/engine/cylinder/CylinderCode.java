package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Minutiae;

/**
 * The bit cylinders of one impression, and where its minutiae are. Words of one minutia stand
 * {@link #LANES} apart, so that a vector takes the same word of as many minutiae: word <i>w</i> of
 * minutia <i>m</i> is at {@code (m / LANES × WORDS + w) × LANES + m % LANES}; places after the last
 * minutia are zero.
 */
public final class CylinderCode {
    /** 64-bit words a cylinder. */
    static final int WORDS = 4;

    /** Minutiae a block. */
    static final int LANES = 8;

    /** Words a block. */
    static final int BLOCK = WORDS * LANES;

    private final long[] words;
    private final byte[] weights;
    private final int[] poses;

    private CylinderCode(long[] words, byte[] weights, int[] poses) {
        this.words = words;
        this.weights = weights;
        this.poses = poses;
    }

    public static CylinderCode of(Minutiae minutiae) {
        int count = minutiae.count();
        long[] words = new long[blocks(count) * BLOCK];
        byte[] weights = new byte[count];
        int[] poses = new int[count];
        CylinderDrawing drawing = new CylinderDrawing();
        for (int m = 0; m < count; m++) {
            long[] bits = drawing.around(minutiae, m);
            int base = m / LANES * BLOCK + m % LANES;
            int weight = 0;
            for (int w = 0; w < WORDS; w++) {
                words[base + w * LANES] = bits[w];
                weight += Long.bitCount(bits[w]);
            }
            weights[m] = (byte) weight;
            poses[m] = Pose.of(minutiae, m);
        }
        return new CylinderCode(words, weights, poses);
    }

    static int blocks(int minutiae) {
        return (minutiae + LANES - 1) / LANES;
    }

    /** Whether there is anything that a rating can go by. */
    public boolean hasBits() {
        for (byte weight : weights) {
            if (weight != 0) {
                return true;
            }
        }
        return false;
    }

    int minutiae() {
        return weights.length;
    }

    /** The array itself. */
    long[] words() {
        return words;
    }

    /** Number of set bits of each minutia's cylinder; the array itself. */
    byte[] weights() {
        return weights;
    }

    /** {@link Pose} of each minutia; the array itself. */
    int[] poses() {
        return poses;
    }

    long word(int minutia, int word) {
        return words[minutia / LANES * BLOCK + word * LANES + minutia % LANES];
    }
}
