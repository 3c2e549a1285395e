package org.tamga.matcher.engine.extract;

import org.jspecify.annotations.Nullable;

/**
 * A Gabor filter tuned in every cell to the direction and period of its ridges (Hong, Wan and Jain
 * 1998), taken apart into a low pass along and a band pass across them: 35 products a pixel instead
 * of several hundred. As every pixel is smoothed along its own cell's direction before the band
 * pass gathers it, the filter bends with the ridges.
 */
final class ContextualFilter {
    private static final double SIGMA_ALONG_PIXELS = 4;
    private static final double KERNEL_SIGMAS = 2.2;
    private static final double KERNEL_PERIODS = 1.25;
    private static final double SHORTEST = 4;
    private static final int PERIODS = 24;
    private static final double PERIOD_STEP = 0.5;

    /** How far beyond the finger the band pass looks. */
    private static final int MARGIN_PIXELS = 16;

    private final Grid grid;
    private final Segmentation finger;
    private final Segmentation surroundings;
    private final RidgePeriods periods;
    private final LineTaps[] along;
    private final @Nullable LineTaps[] across;
    private final double envelope;

    /**
     * @param envelope standard deviation across the ridges, in periods
     */
    ContextualFilter(Grid grid, Segmentation finger, RidgePeriods periods, double envelope) {
        this.grid = grid;
        this.finger = finger;
        this.surroundings = finger.grown(MARGIN_PIXELS);
        this.periods = periods;
        this.envelope = envelope;
        this.along = new LineTaps[OrientationField.STEPS];
        float[] kernel = lowPass();
        for (int step = 0; step < along.length; step++) {
            along[step] = new LineTaps(kernel, OrientationField.angle(step), grid);
        }
        this.across = new LineTaps[OrientationField.STEPS * PERIODS];
    }

    /** The filtered image: positive on ridges, negative in valleys, 0 outside the finger. */
    float[] apply(float[] image, OrientationField orientation) {
        float[] smooth = new float[grid.pixels()];
        float[] out = new float[grid.pixels()];
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (surroundings.isFinger(cell)) {
                along[orientation.step(cell)].apply(image, smooth, cell);
            }
        }
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (finger.isFinger(cell)) {
                across(orientation.step(cell), periods.at(cell)).apply(smooth, out, cell);
            }
        }
        return out;
    }

    private LineTaps across(int step, float period) {
        long nearest = Math.round((period - SHORTEST) / PERIOD_STEP);
        int index = Math.clamp(nearest, 0, PERIODS - 1);
        LineTaps taps = across[step * PERIODS + index];
        if (taps == null) {
            float[] kernel = bandPass(SHORTEST + index * PERIOD_STEP);
            taps = new LineTaps(kernel, OrientationField.angle(step) + Math.PI / 2, grid);
            across[step * PERIODS + index] = taps;
        }
        return taps;
    }

    private static float[] lowPass() {
        int radius = (int) Math.ceil(KERNEL_SIGMAS * SIGMA_ALONG_PIXELS);
        float[] kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = (float) gauss(k, SIGMA_ALONG_PIXELS);
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= (float) sum;
        }
        return kernel;
    }

    /** A cosine under a Gaussian, without response to constant grey, of absolute sum 1. */
    private float[] bandPass(double period) {
        double sigma = envelope * period;
        double reach = Math.min(KERNEL_SIGMAS * sigma, KERNEL_PERIODS * period);
        int radius = (int) Math.ceil(reach);
        double sum = 0;
        double area = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += gauss(k, sigma) * Math.cos(2 * Math.PI * k / period);
            area += gauss(k, sigma);
        }
        float[] kernel = new float[2 * radius + 1];
        double magnitude = 0;
        for (int k = -radius; k <= radius; k++) {
            double wave = Math.cos(2 * Math.PI * k / period) - sum / area;
            kernel[k + radius] = (float) (gauss(k, sigma) * wave);
            magnitude += Math.abs(kernel[k + radius]);
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= (float) magnitude;
        }
        return kernel;
    }

    private static double gauss(double distance, double sigma) {
        return Math.exp(-distance * distance / (2 * sigma * sigma));
    }
}
