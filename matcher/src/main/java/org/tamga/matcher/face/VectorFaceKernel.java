package org.tamga.matcher.face;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API, with the widest registers of the machine. */
final class VectorFaceKernel implements FaceKernel {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(
                    byte.class, VectorShape.forBitSize(Math.max(64, INTS.length() * Byte.SIZE)));

    @Override
    public double dot(float[] a, float[] b) {
        return dot(a, b, 0);
    }

    @Override
    public void dots(float[] probe, float[] gallery, int count, double[] products) {
        for (int i = 0; i < count; i++) {
            products[i] = dot(probe, gallery, i * probe.length);
        }
    }

    @Override
    public void dots(byte[] probe, byte[] gallery, int count, int[] products) {
        int[] wide = new int[probe.length];
        for (int j = 0; j < probe.length; j++) {
            wide[j] = probe[j];
        }
        for (int i = 0; i < count; i++) {
            products[i] = dot(wide, gallery, i * probe.length);
        }
    }

    @Override
    public String name() {
        return "Vector API, %d bit".formatted(FLOATS.vectorBitSize());
    }

    private static double dot(float[] a, float[] b, int at) {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = FloatVector.zero(FLOATS);
        int lanes = FLOATS.length();
        int bound = a.length - a.length % (2 * lanes);
        int j = 0;
        for (; j < bound; j += 2 * lanes) {
            even =
                    FloatVector.fromArray(FLOATS, a, j)
                            .fma(FloatVector.fromArray(FLOATS, b, at + j), even);
            odd =
                    FloatVector.fromArray(FLOATS, a, j + lanes)
                            .fma(FloatVector.fromArray(FLOATS, b, at + j + lanes), odd);
        }
        float sum = even.add(odd).reduceLanes(VectorOperators.ADD);
        for (; j < a.length; j++) {
            sum += a[j] * b[at + j];
        }
        return sum;
    }

    private static int dot(int[] a, byte[] b, int at) {
        IntVector total = IntVector.zero(INTS);
        int lanes = INTS.length();
        int bound = BYTES.length() == lanes ? a.length - a.length % lanes : 0;
        int j = 0;
        for (; j < bound; j += lanes) {
            IntVector wide =
                    (IntVector)
                            ByteVector.fromArray(BYTES, b, at + j)
                                    .convertShape(VectorOperators.B2I, INTS, 0);
            total = total.add(wide.mul(IntVector.fromArray(INTS, a, j)));
        }
        int sum = total.reduceLanes(VectorOperators.ADD);
        for (; j < a.length; j++) {
            sum += a[j] * b[at + j];
        }
        return sum;
    }
}
