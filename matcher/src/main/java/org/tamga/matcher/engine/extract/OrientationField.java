package org.tamga.matcher.engine.extract;

/**
 * Direction along the ridges in every cell, from averaged squared gradients (Kass and Witkin 1987;
 * Bazen and Gerez 2002).
 */
final class OrientationField {
    /** Steps of half a turn. */
    static final int STEPS = 64;

    private static final double SIGMA_PIXELS = 9;
    private static final float TINY = 1e-6f;

    private final int[] steps;
    private final float[] coherence;

    private OrientationField(int[] steps, float[] coherence) {
        this.steps = steps;
        this.coherence = coherence;
    }

    /**
     * @param image ridges positive
     */
    static OrientationField of(float[] image, Grid grid) {
        float[] cosine = new float[grid.cells()];
        float[] sine = new float[grid.cells()];
        float[] energy = new float[grid.cells()];
        int width = grid.width();
        for (int y = 1; y < grid.height() - 1; y++) {
            int row = grid.cellAt(0, y);
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                float fall = image[i + 1 + width] - image[i - 1 - width];
                float rise = image[i + 1 - width] - image[i - 1 + width];
                float gx = image[i + 1] - image[i - 1] + 0.5f * (fall + rise);
                float gy = image[i + width] - image[i - width] + 0.5f * (fall - rise);
                int cell = row + x / Grid.SIDE;
                cosine[cell] += gx * gx - gy * gy;
                sine[cell] += 2 * gx * gy;
                energy[cell] += gx * gx + gy * gy;
            }
        }
        return of(smooth(cosine, grid), smooth(sine, grid), smooth(energy, grid));
    }

    private static OrientationField of(float[] cosine, float[] sine, float[] energy) {
        int[] steps = new int[cosine.length];
        float[] coherence = new float[cosine.length];
        for (int cell = 0; cell < steps.length; cell++) {
            double across = 0.5 * Math.atan2(sine[cell], cosine[cell]);
            int step = (int) Math.round((across / Math.PI + 0.5) * STEPS);
            steps[cell] = Math.floorMod(step, STEPS);
            coherence[cell] = (float) Math.hypot(cosine[cell], sine[cell]) / (energy[cell] + TINY);
        }
        return new OrientationField(steps, coherence);
    }

    private static float[] smooth(float[] cells, Grid grid) {
        return Smoothing.gaussian(cells, grid.columns(), grid.rows(), SIGMA_PIXELS / Grid.SIDE);
    }

    /** Direction along the ridges, 0 to {@value #STEPS} − 1 steps of π/{@value #STEPS}. */
    int step(int cell) {
        return steps[cell];
    }

    /** 1 where all ridges run one way, 0 where none does. */
    float coherence(int cell) {
        return coherence[cell];
    }

    /** Radians of a step. */
    static double angle(int step) {
        return Math.PI * step / STEPS;
    }
}
