package org.tamga.matcher.face;

/** Products of vectors; which one is used depends on what the JVM was started with. */
interface FaceKernel {

    double dot(float[] a, float[] b);

    /**
     * Products of one vector with many.
     *
     * @param gallery vectors one after another
     * @param count how many
     * @param products first {@code count} are set
     */
    void dots(float[] probe, float[] gallery, int count, double[] products);

    /** The same for whole numbers −127 to 127; exact in every kernel. */
    void dots(byte[] probe, byte[] gallery, int count, int[] products);

    /** For reports. */
    String name();

    /** With the Vector API where its module was added, else plain Java. */
    static FaceKernel best() {
        return Best.KERNEL;
    }

    /** Chosen once: the modules of a JVM do not change. */
    final class Best {
        private static final FaceKernel KERNEL = choose();

        private Best() {}

        private static FaceKernel choose() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    ? new VectorFaceKernel()
                    : new ScalarFaceKernel();
        }
    }
}
