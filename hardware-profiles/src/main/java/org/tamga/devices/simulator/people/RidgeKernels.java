package org.tamga.devices.simulator.people;

/**
 * Even Gabor kernels, zero mean, for every orientation bin and ridge period, at half resolution
 * (250 dpi). Computed once a class load and never changed.
 */
final class RidgeKernels {
    static final int ORIENTATIONS = 64;
    static final int RADIUS = 6;
    static final int SIDE = 2 * RADIUS + 1;

    private static final int PERIODS = 14;
    private static final double SHORTEST = 3.2;
    private static final double STEP = 0.2;
    private static final float[][] TABLE = table();

    private RidgeKernels() {}

    /**
     * @param orientation radians, modulo π
     * @param period ridge period in half-resolution pixels, {@value #SHORTEST} and up
     */
    static int index(double orientation, double period) {
        double turns = orientation / Math.PI;
        int direction = (int) ((turns - Math.floor(turns)) * ORIENTATIONS) % ORIENTATIONS;
        int bin = Math.clamp(Math.round((period - SHORTEST) / STEP), 0, PERIODS - 1);
        return bin * ORIENTATIONS + direction;
    }

    static float[] kernel(int index) {
        return TABLE[index];
    }

    private static float[][] table() {
        float[][] kernels = new float[PERIODS * ORIENTATIONS][];
        for (int period = 0; period < PERIODS; period++) {
            for (int direction = 0; direction < ORIENTATIONS; direction++) {
                kernels[period * ORIENTATIONS + direction] =
                        gabor((direction + 0.5) * Math.PI / ORIENTATIONS, SHORTEST + STEP * period);
            }
        }
        return kernels;
    }

    private static float[] gabor(double orientation, double period) {
        double acrossSigma = 0.45 * period;
        double alongSigma = 0.5 * period;
        double[] wave = new double[SIDE * SIDE];
        double[] envelope = new double[SIDE * SIDE];
        double sum = 0;
        double weight = 0;
        for (int y = -RADIUS; y <= RADIUS; y++) {
            for (int x = -RADIUS; x <= RADIUS; x++) {
                int i = (y + RADIUS) * SIDE + x + RADIUS;
                double across = x * Math.sin(orientation) + y * Math.cos(orientation);
                double along = x * Math.cos(orientation) - y * Math.sin(orientation);
                envelope[i] =
                        Math.exp(
                                -0.5 * (square(across / acrossSigma) + square(along / alongSigma)));
                wave[i] = envelope[i] * Math.cos(2 * Math.PI * across / period);
                sum += wave[i];
                weight += envelope[i];
            }
        }
        double gain = 0;
        for (int i = 0; i < wave.length; i++) {
            wave[i] -= envelope[i] * sum / weight;
            gain += Math.abs(wave[i]);
        }
        float[] kernel = new float[wave.length];
        for (int i = 0; i < wave.length; i++) {
            kernel[i] = (float) (wave[i] / gain);
        }
        return kernel;
    }

    private static double square(double value) {
        return value * value;
    }
}
