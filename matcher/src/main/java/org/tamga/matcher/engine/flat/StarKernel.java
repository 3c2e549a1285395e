package org.tamga.matcher.engine.flat;

/**
 * Compares the edges around one minutia with those around another. All kernels give the same
 * answer.
 */
interface StarKernel {
    /**
     * Writes {@code candidate edge << 4 | probe edge} for each pair of edges whose length and
     * angles agree, by candidate edge, then probe edge.
     *
     * @param p first edge of the probe's minutia in {@code probe}
     * @param c first edge of the candidate's minutia in {@code candidate}
     * @param out room for at least 9 × 9 pairs
     * @return number of pairs
     */
    int match(Stars probe, int p, Stars candidate, int c, byte[] out);

    /** Edge by edge; runs everywhere. */
    final class Scalar implements StarKernel {
        @Override
        public int match(Stars probe, int p, Stars candidate, int c, byte[] out) {
            int found = 0;
            int first = 0;
            for (int ce = 0; ce < Tolerance.NEIGHBOURS; ce++) {
                float length = candidate.length[c + ce];
                if (length < 0) {
                    break;
                }
                float reference = candidate.reference[c + ce];
                float far = candidate.far[c + ce];
                while (first < Tolerance.NEIGHBOURS
                        && probe.length[p + first] >= 0
                        && probe.length[p + first] < length - Tolerance.LENGTH) {
                    first++;
                }
                for (int pe = first;
                        pe < Tolerance.NEIGHBOURS
                                && probe.length[p + pe] >= 0
                                && probe.length[p + pe] <= length + Tolerance.LENGTH;
                        pe++) {
                    if (Tolerance.angle(probe.reference[p + pe], reference)
                            && Tolerance.angle(probe.far[p + pe], far)) {
                        out[found++] = (byte) (ce << 4 | pe);
                    }
                }
            }
            return found;
        }
    }
}
