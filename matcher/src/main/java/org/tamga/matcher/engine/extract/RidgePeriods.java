package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/**
 * Distance from ridge to ridge, from the autocorrelation across them: its first peak after its
 * first dip (in the manner of the x-signature of Hong, Wan and Jain 1998, over areas instead of
 * lines). Where ridges are unclear the value comes from the surroundings.
 */
final class RidgePeriods {
    private static final int LAGS = 17;
    private static final int BLOCK = 16;
    private static final double SIGMA_PIXELS = 20;
    private static final double SECOND_SIGMA = 0.7;
    private static final double SHORTEST = 5;
    private static final double LONGEST = 15;
    private static final float USUAL = 9;
    private static final float WEIGHT_OF_MEAN = 0.02f;

    private final Grid grid;
    private final int columns;
    private final int rows;
    private final float[] periods;

    /**
     * @param image ridges positive
     */
    RidgePeriods(float[] image, Grid grid, Segmentation finger, OrientationField orientation) {
        this.grid = grid;
        this.columns = (grid.width() + BLOCK - 1) / BLOCK;
        this.rows = (grid.height() + BLOCK - 1) / BLOCK;
        float[][] correlation = correlation(image, finger, orientation);
        for (int lag = 0; lag < LAGS; lag++) {
            correlation[lag] = smooth(correlation[lag], SIGMA_PIXELS);
        }
        this.periods = periods(correlation);
    }

    /** Pixels, {@value #SHORTEST}–{@value #LONGEST}. */
    float at(int cell) {
        int x = cell % grid.columns() * Grid.SIDE;
        int y = cell / grid.columns() * Grid.SIDE;
        return periods[block(x, y)];
    }

    private int block(int x, int y) {
        return y / BLOCK * columns + x / BLOCK;
    }

    private float[] smooth(float[] blocks, double sigmaPixels) {
        return Smoothing.gaussian(blocks, columns, rows, sigmaPixels / BLOCK);
    }

    private float[][] correlation(
            float[] image, Segmentation finger, OrientationField orientation) {
        float[][] correlation = new float[LAGS][columns * rows];
        int[][] offsets = offsets();
        float[] sums = new float[LAGS];
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (finger.isFinger(cell)) {
                int left = cell % grid.columns() * Grid.SIDE;
                int top = cell / grid.columns() * Grid.SIDE;
                Arrays.fill(sums, 0);
                addCell(sums, image, left, top, offsets[orientation.step(cell)]);
                for (int lag = 0; lag < LAGS; lag++) {
                    correlation[lag][block(left, top)] += sums[lag];
                }
            }
        }
        return correlation;
    }

    /** Every fourth pixel is enough: neighbours say the same. */
    private void addCell(float[] sums, float[] image, int left, int top, int[] offsets) {
        int bottom = Math.min(grid.height() - LAGS, top + Grid.SIDE);
        int right = Math.min(grid.width() - LAGS, left + Grid.SIDE);
        for (int y = Math.max(LAGS + (LAGS & 1), top); y < bottom; y += 2) {
            for (int x = left + ((y >> 1) & 1); x < right; x += 2) {
                if (x >= LAGS) {
                    int i = y * grid.width() + x;
                    for (int lag = 0; lag < LAGS; lag++) {
                        sums[lag] += image[i] * image[i + offsets[lag]];
                    }
                }
            }
        }
    }

    private int[][] offsets() {
        int[][] offsets = new int[OrientationField.STEPS][LAGS];
        for (int step = 0; step < offsets.length; step++) {
            double across = OrientationField.angle(step) + Math.PI / 2;
            for (int lag = 0; lag < LAGS; lag++) {
                int dx = (int) Math.round(lag * Math.cos(across));
                int dy = (int) Math.round(lag * Math.sin(across));
                offsets[step][lag] = dy * grid.width() + dx;
            }
        }
        return offsets;
    }

    private float[] periods(float[][] correlation) {
        float[] weighted = new float[columns * rows];
        float[] weights = new float[columns * rows];
        for (int block = 0; block < weights.length; block++) {
            measure(correlation, block, weighted, weights);
        }
        weighted = smooth(weighted, SIGMA_PIXELS * SECOND_SIGMA);
        weights = smooth(weights, SIGMA_PIXELS * SECOND_SIGMA);
        double total = 0;
        double totalWeight = 0;
        for (int block = 0; block < weights.length; block++) {
            total += weighted[block];
            totalWeight += weights[block];
        }
        float mean = totalWeight > 0 ? (float) (total / totalWeight) : USUAL;
        for (int block = 0; block < weights.length; block++) {
            weighted[block] =
                    (weighted[block] + WEIGHT_OF_MEAN * mean) / (weights[block] + WEIGHT_OF_MEAN);
        }
        return weighted;
    }

    private static void measure(
            float[][] correlation, int block, float[] weighted, float[] weights) {
        if (correlation[0][block] <= 0) {
            return;
        }
        int dip = 2;
        while (dip < LAGS - 2 && correlation[dip + 1][block] < correlation[dip][block]) {
            dip++;
        }
        int peak = dip;
        while (peak < LAGS - 1 && correlation[peak + 1][block] > correlation[peak][block]) {
            peak++;
        }
        double period = peak < LAGS - 1 ? vertex(correlation, block, peak) : 2.0 * dip;
        if (period >= SHORTEST && period <= LONGEST) {
            float height = correlation[peak][block] - correlation[dip][block];
            float clarity = Math.max(0, height / correlation[0][block]);
            weights[block] = clarity * clarity;
            weighted[block] = (float) (weights[block] * period);
        }
    }

    /** Where the parabola through a peak and its neighbours is highest. */
    private static double vertex(float[][] correlation, int block, int peak) {
        double before = correlation[peak - 1][block];
        double after = correlation[peak + 1][block];
        double bend = before - 2.0 * correlation[peak][block] + after;
        return Math.abs(bend) < 1e-9 ? peak : peak + 0.5 * (before - after) / bend;
    }
}
