package org.tamga.devices.simulator.people;

/**
 * The skin of one finger: ridges grown out of noise by filtering it again and again along the
 * orientation field, so that endings and bifurcations appear where neighbouring ridges do not fit
 * (after Cappelli, Maio and Maltoni 2000).
 *
 * <p>Grown at 250 dpi; {@link #at} reads it in 500 dpi pixels. Values are −1 (valley) to 1 (ridge).
 */
final class RidgePattern {
    /** Extent in pixels at 500 dpi. */
    static final int WIDTH = 400;

    static final int HEIGHT = 480;

    private static final int PAD = RidgeKernels.RADIUS;
    private static final int COLUMNS = WIDTH / 2;
    private static final int ROWS = HEIGHT / 2;
    private static final int STRIDE = COLUMNS + 2 * PAD;
    private static final int ROUNDS = 7;

    /**
     * The last round stays linear, so that the waves are round enough to be interpolated; this
     * restores their height.
     */
    private static final float LEVEL = 1.5f;

    private final float[] ridges;

    private RidgePattern(float[] ridges) {
        this.ridges = ridges;
    }

    static RidgePattern grow(FingerPattern pattern, long seed) {
        Dice dice = new Dice(seed, 2);
        int[] kernels = kernels(pattern, dice);
        float[] ridges = noise(dice);
        for (int round = 0; round < ROUNDS; round++) {
            ridges = filter(ridges, kernels, round < ROUNDS - 1);
        }
        return new RidgePattern(ridges);
    }

    private static int[] kernels(FingerPattern pattern, Dice dice) {
        OrientationField orientation = new OrientationField(pattern, dice, WIDTH, HEIGHT);
        double mean = 2 * Math.clamp(4.6 + 0.4 * dice.bell(), 3.8, 5.5);
        RidgePeriod period = new RidgePeriod(orientation, mean, dice, WIDTH, HEIGHT);
        int[] kernels = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double x = column * 2.0;
                double y = row * 2.0;
                kernels[row * COLUMNS + column] =
                        RidgeKernels.index(orientation.at(x, y), period.at(x, y) / 2);
            }
        }
        return kernels;
    }

    private static float[] noise(Dice dice) {
        float[] noise = new float[STRIDE * (ROWS + 2 * PAD)];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                noise[(row + PAD) * STRIDE + column + PAD] = (float) (dice.unit() - 0.5);
            }
        }
        return noise;
    }

    private static float[] filter(float[] from, int[] kernels, boolean saturate) {
        float[] to = new float[from.length];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                float[] kernel = RidgeKernels.kernel(kernels[row * COLUMNS + column]);
                float sum = correlate(from, row * STRIDE + column, kernel);
                to[(row + PAD) * STRIDE + column + PAD] =
                        saturate ? saturate(sum * 4) : sum * LEVEL;
            }
        }
        return to;
    }

    /** Four sums, because one float sum would wait for its own result at every step. */
    private static float correlate(float[] from, int corner, float[] kernel) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (int y = 0; y < RidgeKernels.SIDE; y++) {
            int i = corner + y * STRIDE;
            a += from[i] * kernel[k] + from[i + 4] * kernel[k + 4] + from[i + 8] * kernel[k + 8];
            b +=
                    from[i + 1] * kernel[k + 1]
                            + from[i + 5] * kernel[k + 5]
                            + from[i + 9] * kernel[k + 9];
            c +=
                    from[i + 2] * kernel[k + 2]
                            + from[i + 6] * kernel[k + 6]
                            + from[i + 10] * kernel[k + 10];
            d +=
                    from[i + 3] * kernel[k + 3]
                            + from[i + 7] * kernel[k + 7]
                            + from[i + 11] * kernel[k + 11];
            a += from[i + 12] * kernel[k + 12];
            k += RidgeKernels.SIDE;
        }
        return a + b + c + d;
    }

    /** A cheap odd sigmoid: keeps the sign, bounds the size. */
    private static float saturate(float value) {
        return value / (1 + Math.abs(value)) * 1.25f;
    }

    /**
     * Ridge value at a point in 500 dpi pixels, interpolated by Catmull-Rom cubics; 0 outside the
     * finger.
     */
    float at(double x, double y) {
        double column = x / 2;
        double row = y / 2;
        if (column < 0 || row < 0 || column >= COLUMNS - 1 || row >= ROWS - 1) {
            return 0;
        }
        int left = (int) column;
        int top = (int) row;
        float fx = (float) (column - left);
        float fy = (float) (row - top);
        int base = (top + PAD - 1) * STRIDE + left + PAD - 1;
        return cubic(
                cubic(base, fx),
                cubic(base + STRIDE, fx),
                cubic(base + 2 * STRIDE, fx),
                cubic(base + 3 * STRIDE, fx),
                fy);
    }

    private float cubic(int base, float t) {
        return cubic(ridges[base], ridges[base + 1], ridges[base + 2], ridges[base + 3], t);
    }

    private static float cubic(float a, float b, float c, float d, float t) {
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
