package org.tamga.matcher.engine.flat;

import java.util.Locale;

/**
 * What this machine compares with: 512-bit or 256-bit vectors, or none. Vectors need the module
 * {@code jdk.incubator.vector} ({@code --add-modules}); without it everything works with plain
 * arithmetic. The property {@code tamga.matcher.kernel} ({@code avx512}, {@code avx2}, {@code
 * scalar}) asks for less than the machine has, for measurements and tests.
 */
public enum Kernel {
    AVX512(512),
    AVX2(256),
    SCALAR(0);

    static final String PROPERTY = "tamga.matcher.kernel";

    /** The kernel of this process. */
    public static final Kernel CHOSEN = choose(System.getProperty(PROPERTY, ""), available());

    private final int bits;

    Kernel(int bits) {
        this.bits = bits;
    }

    /** For people, such as {@code AVX-512}. */
    public String label() {
        return switch (this) {
            case AVX512 -> "AVX-512";
            case AVX2 -> "AVX2";
            case SCALAR ->
                    vectorModule()
                            ? "scalar"
                            : "scalar (the Java module jdk.incubator.vector is not enabled)";
        };
    }

    EdgeKernel edges() {
        return this == SCALAR ? new EdgeKernel.Scalar() : new VectorEdgeKernel();
    }

    static Kernel choose(String wish, Kernel available) {
        for (Kernel kernel : values()) {
            if (kernel.name().toLowerCase(Locale.ROOT).equals(wish)
                    && kernel.bits <= available.bits) {
                return kernel;
            }
        }
        return available;
    }

    private static Kernel available() {
        if (!vectorModule()) {
            return SCALAR;
        }
        int bits = Lanes.preferredBits();
        return bits >= AVX512.bits ? AVX512 : bits >= AVX2.bits ? AVX2 : SCALAR;
    }

    private static boolean vectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** Loaded only where the module is there. */
    private static final class Lanes {
        static int preferredBits() {
            return jdk.incubator.vector.LongVector.SPECIES_PREFERRED.vectorBitSize();
        }
    }
}
