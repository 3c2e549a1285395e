package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Kernel;

/**
 * For each minutia of a candidate, how much its best partner in the probe has in common with it.
 */
interface CylinderKernel {
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
