package org.tamga.matcher.engine.cylinder;

/** The probe's cylinders in the order in which kernels read them. */
final class ProbeWords {
    private static final double[] SCALE = new double[256];

    static {
        for (int weight = 1; weight < SCALE.length; weight++) {
            SCALE[weight] = 1 / Math.sqrt(weight);
        }
    }

    private final CylinderKernel kernel = CylinderKernel.chosen();
    private final long[] words;
    private final double[] scales;

    ProbeWords(CylinderCode code) {
        words = new long[code.minutiae() * CylinderCode.WORDS];
        scales = new double[code.minutiae()];
        for (int m = 0; m < scales.length; m++) {
            for (int w = 0; w < CylinderCode.WORDS; w++) {
                words[m * CylinderCode.WORDS + w] = code.word(m, w);
            }
            scales[m] = SCALE[code.weights()[m] & 0xff];
        }
    }

    void best(CylinderCodes codes, int code, double[] out) {
        int blocks = CylinderCode.blocks(codes.minutiae(code));
        kernel.best(words, scales, codes.words, codes.firstWord(code), blocks, out);
    }

    void partners(CylinderCodes codes, int code, double[] out) {
        int blocks = CylinderCode.blocks(codes.minutiae(code));
        kernel.partners(words, scales, codes.words, codes.firstWord(code), blocks, out);
    }

    /** Similarity 0–1 of two cylinders from a kernel's number and the candidate's set bits. */
    static double cosine(double best, byte weight) {
        return best * SCALE[weight & 0xff];
    }
}
