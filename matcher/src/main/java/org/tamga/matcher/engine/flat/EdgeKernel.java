package org.tamga.matcher.engine.flat;

/**
 * Compares edges between minutiae: those around one minutia with those around another, and those of
 * a bin with one. All kernels give the same answer.
 */
interface EdgeKernel {
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

    /**
     * Writes the near minutia of each filed edge of a bin that agrees with a candidate's edge, in
     * the bin's order.
     *
     * @param from first place of the bin
     * @param to after its last place
     * @param out room for {@link RootIndex#MOST_IN_BIN} and one vector more; beyond that many the
     *     rest may be left out
     * @return number written
     */
    int match(
            RootIndex index,
            int from,
            int to,
            float length,
            float reference,
            float far,
            byte[] out);

    /** Edge by edge; runs everywhere. */
    final class Scalar implements EdgeKernel {
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

        /** Without branches in the comparison: half of them would be guessed wrong. */
        @Override
        public int match(
                RootIndex index,
                int from,
                int to,
                float length,
                float reference,
                float far,
                byte[] out) {
            int found = 0;
            for (int place = from; place < to && found < RootIndex.MOST_IN_BIN; place++) {
                float longer = Tolerance.LENGTH - Math.abs(index.length[place] - length);
                int tooDifferent =
                        Float.floatToRawIntBits(longer)
                                | outside(Angles.turn(index.reference[place], reference))
                                | outside(Angles.turn(index.far[place], far));
                out[found] = index.minutia[place];
                found += ~tooDifferent >>> 31;
            }
            return found;
        }

        /** Negative when a turn is more than tolerable. */
        private static int outside(float turn) {
            return Float.floatToRawIntBits(Tolerance.ANGLE - turn)
                    & Float.floatToRawIntBits(turn - Tolerance.ANGLE_COMPLEMENT);
        }
    }
}
