package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Both kernels")
class FaceKernelTest {
    private static final int COUNT = 33;

    @ParameterizedTest(name = "agree on vectors of {0} numbers")
    @ValueSource(ints = {1, 3, 16, 31, 64, 127, 128, 256, 257, 512})
    void agree(int dimension) {
        assumeTrue(vectorModule(), "the JVM was started without jdk.incubator.vector");
        Random random = new Random(dimension);
        float[] probe = new float[dimension];
        float[] gallery = new float[COUNT * dimension];
        byte[] rounded = new byte[dimension];
        byte[] bytes = new byte[COUNT * dimension];
        for (int i = 0; i < gallery.length; i++) {
            gallery[i] = (float) random.nextGaussian();
            bytes[i] = (byte) (random.nextInt(255) - 127);
        }
        for (int i = 0; i < dimension; i++) {
            probe[i] = (float) random.nextGaussian();
            rounded[i] = (byte) (i % 5 == 0 ? -127 : random.nextInt(255) - 127);
        }
        double[] plain = new double[COUNT];
        double[] wide = new double[COUNT];
        int[] plainWhole = new int[COUNT];
        int[] wideWhole = new int[COUNT];
        new ScalarFaceKernel().dots(probe, gallery, COUNT, plain);
        new VectorFaceKernel().dots(probe, gallery, COUNT, wide);
        new ScalarFaceKernel().dots(rounded, bytes, COUNT, plainWhole);
        new VectorFaceKernel().dots(rounded, bytes, COUNT, wideWhole);
        assertArrayEquals(plain, wide, 1e-4 * dimension);
        assertArrayEquals(plainWhole, wideWhole);
    }

    @Test
    @DisplayName("are chosen by what the JVM was started with")
    void chosen() {
        assertEquals(vectorModule(), FaceKernel.best() instanceof VectorFaceKernel);
    }

    @Test
    @DisplayName("do not overflow at the highest numbers")
    void highest() {
        byte[] highest = new byte[4096];
        Arrays.fill(highest, (byte) -127);
        int[] product = new int[1];
        FaceKernel.best().dots(highest, highest, 1, product);
        assertEquals(4096 * 127 * 127, product[0]);
    }

    private static boolean vectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
