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
    private static final VectorSpecies<Double> DOUBLES =
            Kernel.CHOSEN == Kernel.AVX512 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_256;

    /** The bits of 2⁵²: with a small integer in its low bits it is 2⁵² plus that integer. */
    private static final double MAGIC = 0x1p52;

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

    private static DoubleVector best(long[] probe, double[] scales, long[] words, int at) {
        LongVector a = LongVector.fromArray(LANES, words, at);
        LongVector b = LongVector.fromArray(LANES, words, at + CylinderCode.LANES);
        LongVector c = LongVector.fromArray(LANES, words, at + 2 * CylinderCode.LANES);
        LongVector d = LongVector.fromArray(LANES, words, at + 3 * CylinderCode.LANES);
        DoubleVector best = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < scales.length; i++) {
            LongVector common =
                    a.and(probe[4 * i])
                            .lanewise(VectorOperators.BIT_COUNT)
                            .add(b.and(probe[4 * i + 1]).lanewise(VectorOperators.BIT_COUNT))
                            .add(c.and(probe[4 * i + 2]).lanewise(VectorOperators.BIT_COUNT))
                            .add(d.and(probe[4 * i + 3]).lanewise(VectorOperators.BIT_COUNT));
            best = common.or(MAGIC_BITS).reinterpretAsDoubles().sub(MAGIC).mul(scales[i]).max(best);
        }
        return best;
    }
}
