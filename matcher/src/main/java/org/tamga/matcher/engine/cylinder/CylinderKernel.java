package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Kernel;

/**
 * For each minutia of a candidate, how much its best partner in the probe has in common with it.
 */
interface CylinderKernel {
    /** Bits of a number that name the partner. */
    long PARTNER = 0xff;

    /**
     * Writes for every place of the candidate's blocks the greatest {@code common bits × scale}
     * over the probe's minutiae. All kernels write the same numbers.
     *
     * @param probe words of the probe's minutiae, {@link CylinderCode#WORDS} each, one after the
     *     other
     * @param scales one for each of the probe's minutiae
     * @param words of the candidate, in blocks
     * @param offset first word of the candidate
     */
    void best(long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out);

    /**
     * The same, with the number of that best partner in the lowest eight bits of each number; the
     * higher number wins among equals.
     */
    void partners(
            long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out);

    static CylinderKernel chosen() {
        return Kernel.CHOSEN == Kernel.SCALAR ? new Scalar() : new VectorCylinderKernel();
    }

    /** Minutia by minutia; runs everywhere. */
    final class Scalar implements CylinderKernel {
        @Override
        public void best(
                long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out) {
            for (int block = 0; block < blocks; block++) {
                for (int lane = 0; lane < CylinderCode.LANES; lane++) {
                    int at = offset + block * CylinderCode.BLOCK + lane;
                    out[block * CylinderCode.LANES + lane] =
                            best(
                                    probe,
                                    scales,
                                    words[at],
                                    words[at + CylinderCode.LANES],
                                    words[at + 2 * CylinderCode.LANES],
                                    words[at + 3 * CylinderCode.LANES]);
                }
            }
        }

        @Override
        public void partners(
                long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out) {
            for (int block = 0; block < blocks; block++) {
                for (int lane = 0; lane < CylinderCode.LANES; lane++) {
                    int at = offset + block * CylinderCode.BLOCK + lane;
                    out[block * CylinderCode.LANES + lane] = partner(probe, scales, words, at);
                }
            }
        }

        private static double partner(long[] probe, double[] scales, long[] words, int at) {
            long best = 0;
            for (int i = 0; i < scales.length; i++) {
                int common = 0;
                for (int w = 0; w < CylinderCode.WORDS; w++) {
                    long both = words[at + w * CylinderCode.LANES] & probe[4 * i + w];
                    common += Long.bitCount(both);
                }
                long bits = Double.doubleToRawLongBits(common * scales[i]);
                best = Math.max(best, bits & ~PARTNER | i);
            }
            return Double.longBitsToDouble(best);
        }

        private static double best(long[] probe, double[] scales, long a, long b, long c, long d) {
            double best = 0;
            for (int i = 0; i < scales.length; i++) {
                int common =
                        Long.bitCount(a & probe[4 * i])
                                + Long.bitCount(b & probe[4 * i + 1])
                                + Long.bitCount(c & probe[4 * i + 2])
                                + Long.bitCount(d & probe[4 * i + 3]);
                best = Math.max(best, common * scales[i]);
            }
            return best;
        }
    }
}
