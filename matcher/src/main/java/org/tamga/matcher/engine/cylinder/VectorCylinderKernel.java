package org.tamga.matcher.engine.cylinder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.tamga.matcher.engine.flat.Kernel;

/** Eight minutiae at once, or twice four. */
final class VectorCylinderKernel implements CylinderKernel {
    private static final VectorSpecies<Long> LANES =
            Kernel.CHOSEN == Kernel.AVX512 ? LongVector.SPECIES_512 : LongVector.SPECIES_256;

    /** The bits of 2⁵²: with a small integer in its low bits it is 2⁵² plus that integer. */
    private static final double MAGIC = 0x1p52;

    /** Bits of doubles that are not negative are in the order of their values. */
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    @Override
    public void best(
            long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out) {
        for (int block = 0; block < blocks; block++) {
            for (int lane = 0; lane < CylinderCode.LANES; lane += LANES.length()) {
                best(probe, scales, words, offset + block * CylinderCode.BLOCK + lane)
                        .intoArray(out, block * CylinderCode.LANES + lane);
            }
        }
    }

    @Override
    public void partners(
            long[] probe, double[] scales, long[] words, int offset, int blocks, double[] out) {
        for (int block = 0; block < blocks; block++) {
            for (int lane = 0; lane < CylinderCode.LANES; lane += LANES.length()) {
                partners(probe, scales, words, offset + block * CylinderCode.BLOCK + lane)
                        .intoArray(out, block * CylinderCode.LANES + lane);
            }
        }
    }

    private static DoubleVector best(long[] probe, double[] scales, long[] words, int at) {
        LongVector a = LongVector.fromArray(LANES, words, at);
        LongVector b = LongVector.fromArray(LANES, words, at + CylinderCode.LANES);
        LongVector c = LongVector.fromArray(LANES, words, at + 2 * CylinderCode.LANES);
        LongVector d = LongVector.fromArray(LANES, words, at + 3 * CylinderCode.LANES);
        LongVector best = LongVector.zero(LANES);
        for (int i = 0; i < scales.length; i++) {
            best = scaled(common(a, b, c, d, probe, i), scales[i]).max(best);
        }
        return best.reinterpretAsDoubles();
    }

    private static DoubleVector partners(long[] probe, double[] scales, long[] words, int at) {
        LongVector a = LongVector.fromArray(LANES, words, at);
        LongVector b = LongVector.fromArray(LANES, words, at + CylinderCode.LANES);
        LongVector c = LongVector.fromArray(LANES, words, at + 2 * CylinderCode.LANES);
        LongVector d = LongVector.fromArray(LANES, words, at + 3 * CylinderCode.LANES);
        LongVector best = LongVector.zero(LANES);
        for (int i = 0; i < scales.length; i++) {
            LongVector value = scaled(common(a, b, c, d, probe, i), scales[i]);
            best = value.and(~PARTNER).or(i).max(best);
        }
        return best.reinterpretAsDoubles();
    }

    private static LongVector common(
            LongVector a, LongVector b, LongVector c, LongVector d, long[] probe, int i) {
        return a.and(probe[4 * i])
                .lanewise(VectorOperators.BIT_COUNT)
                .add(b.and(probe[4 * i + 1]).lanewise(VectorOperators.BIT_COUNT))
                .add(c.and(probe[4 * i + 2]).lanewise(VectorOperators.BIT_COUNT))
                .add(d.and(probe[4 * i + 3]).lanewise(VectorOperators.BIT_COUNT));
    }

    private static LongVector scaled(LongVector common, double scale) {
        return common.or(MAGIC_BITS)
                .reinterpretAsDoubles()
                .sub(MAGIC)
                .mul(scale)
                .reinterpretAsLongs();
    }
}
