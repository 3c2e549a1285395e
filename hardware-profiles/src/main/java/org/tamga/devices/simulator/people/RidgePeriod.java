package org.tamga.devices.simulator.people;

/**
 * Distance between ridges over one finger. Where the orientation field fans out, ridges first widen
 * and only then split: for ridges that nowhere begin or end, the logarithm s of the period obeys
 * t·∇s = n·∇θ (t along the ridge, n across it), the condition that the wave vector has no curl.
 * Solved here within limits, so that what remains makes natural minutiae instead of rows of alike
 * ones. Coordinates are pixels of the 500 dpi skin.
 */
final class RidgePeriod {
    private static final double STEP = 8;
    private static final int SWEEPS = 120;
    private static final double LARGEST_CHANGE = 0.35;
    private static final double FORGETTING = 0.995;

    private final int columns;
    private final int rows;
    private final double mean;
    private final SmoothNoise variation;
    private final double[] alongX;
    private final double[] alongY;
    private final double[] gainX;
    private final double[] gainY;
    private double[] change;

    /**
     * @param mean period in pixels
     */
    RidgePeriod(OrientationField orientation, double mean, Dice dice, double width, double height) {
        this.mean = mean;
        columns = (int) (width / STEP) + 2;
        rows = (int) (height / STEP) + 2;
        variation = new SmoothNoise(dice, width, height, 90, 0.05);
        alongX = new double[columns * rows];
        alongY = new double[columns * rows];
        gainX = new double[columns * rows];
        gainY = new double[columns * rows];
        change = new double[columns * rows];
        observe(orientation);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            change = relax();
        }
    }

    private void observe(OrientationField orientation) {
        for (int i = 0; i < gainX.length; i++) {
            double x = i % columns * STEP;
            double y = Math.floorDiv(i, columns) * STEP;
            double angle = orientation.at(x, y);
            alongX[i] = Math.cos(angle);
            alongY[i] = -Math.sin(angle);
            double acrossX = alongY[i] * STEP / 2;
            double acrossY = -alongX[i] * STEP / 2;
            double turn =
                    orientation.at(x + acrossX, y + acrossY)
                            - orientation.at(x - acrossX, y - acrossY);
            double gain = Math.clamp(turn - Math.PI * Math.rint(turn / Math.PI), -0.2, 0.2);
            gainX[i] = gain * alongX[i];
            gainY[i] = gain * alongY[i];
        }
    }

    /**
     * One Jacobi step: each point takes the mean of what its two neighbours along the ridge
     * predict.
     */
    private double[] relax() {
        double[] next = new double[change.length];
        for (int i = 0; i < next.length; i++) {
            double column = i % columns;
            double row = Math.floorDiv(i, columns);
            double dx = alongX[i];
            double dy = alongY[i];
            double ahead =
                    sample(change, column + dx, row + dy)
                            - gain(column + dx / 2, row + dy / 2, dx, dy);
            double behind =
                    sample(change, column - dx, row - dy)
                            + gain(column - dx / 2, row - dy / 2, dx, dy);
            next[i] =
                    Math.clamp(
                            FORGETTING * 0.5 * (ahead + behind), -LARGEST_CHANGE, LARGEST_CHANGE);
        }
        return next;
    }

    /**
     * Kept as a vector along the ridge, because a ridge has no forward direction and the sign
     * follows the one taken.
     */
    private double gain(double column, double row, double dx, double dy) {
        return sample(gainX, column, row) * dx + sample(gainY, column, row) * dy;
    }

    private double sample(double[] grid, double column, double row) {
        double c = Math.clamp(column, 0, columns - 1.001);
        double r = Math.clamp(row, 0, rows - 1.001);
        int left = (int) c;
        int top = (int) r;
        double fx = c - left;
        double fy = r - top;
        int i = top * columns + left;
        double upper = grid[i] * (1 - fx) + grid[i + 1] * fx;
        double lower = grid[i + columns] * (1 - fx) + grid[i + columns + 1] * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** Period in pixels at 500 dpi. */
    double at(double x, double y) {
        return mean * Math.exp(sample(change, x / STEP, y / STEP) + variation.at(x, y));
    }
}
