package org.tamga.devices.simulator.people;

/**
 * A smooth random surface over a rectangle: uniform cubic B-splines over a lattice of normal
 * values.
 *
 * <p>Mean 0; the deviation is about {@code amplitude}. Infinitely many samples may be read; reading
 * changes nothing.
 */
final class SmoothNoise {
    /** A cubic B-spline averages its 16 neighbours; this restores the deviation of the lattice. */
    private static final double SPLINE_GAIN = 2.0;

    private final int columns;
    private final double cell;
    private final float[] lattice;
    private final int rows;

    /**
     * @param width extent in pixels
     * @param height extent in pixels
     * @param cell lattice spacing in pixels: features are about twice that size
     */
    SmoothNoise(Dice dice, double width, double height, double cell, double amplitude) {
        this.cell = cell;
        this.columns = (int) Math.ceil(width / cell) + 4;
        this.rows = (int) Math.ceil(height / cell) + 4;
        this.lattice = new float[columns * rows];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = (float) (dice.bell() * amplitude * SPLINE_GAIN);
        }
    }

    float at(double x, double y) {
        double column = Math.clamp(x / cell, 0, columns - 4.001);
        double row = Math.clamp(y / cell, 0, rows - 4.001);
        int left = (int) column;
        int top = (int) row;
        float fx = (float) (column - left);
        float fy = (float) (row - top);
        float sum = 0;
        for (int j = 0; j < 4; j++) {
            int base = (top + j) * columns + left;
            float line =
                    spline(0, fx) * lattice[base]
                            + spline(1, fx) * lattice[base + 1]
                            + spline(2, fx) * lattice[base + 2]
                            + spline(3, fx) * lattice[base + 3];
            sum += spline(j, fy) * line;
        }
        return sum;
    }

    /** The whole surface, one value a pixel, row by row. */
    float[] raster(int width, int height) {
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = at(x, y);
            }
        }
        return values;
    }

    private static float spline(int knot, float t) {
        float rest = 1 - t;
        return switch (knot) {
            case 0 -> rest * rest * rest / 6;
            case 1 -> (3 * t * t * t - 6 * t * t + 4) / 6;
            case 2 -> (3 * rest * rest * rest - 6 * rest * rest + 4) / 6;
            default -> t * t * t / 6;
        };
    }
}
