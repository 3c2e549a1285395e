package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/** Which cells show the finger: those whose grey varies enough (Mehtre and Chatterjee 1989). */
final class Segmentation {
    private static final double SIGMA_PIXELS = 8;
    private static final float MIN_DEVIATION = 4;
    private static final float SHARE_OF_CLEAR = 0.3f;

    /** The clearest ridges are taken to cover 25 mm², whatever the size of the image. */
    private static final int CLEAREST_CELLS = 605;

    private final Grid grid;
    private final boolean[] finger;

    private Segmentation(Grid grid, boolean[] finger) {
        this.grid = grid;
        this.finger = finger;
    }

    /**
     * @param deviation local standard deviation of every pixel, grey levels
     */
    static Segmentation of(float[] deviation, Grid grid) {
        float[] cells = new float[grid.cells()];
        int[] counts = new int[grid.cells()];
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                int cell = grid.cellAt(x, y);
                cells[cell] += deviation[y * grid.width() + x];
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] /= counts[cell];
        }
        float[] smooth =
                Smoothing.gaussian(cells, grid.columns(), grid.rows(), SIGMA_PIXELS / Grid.SIDE);
        float[] sorted = smooth.clone();
        Arrays.sort(sorted);
        float clear = sorted[Math.max(0, sorted.length - 1 - CLEAREST_CELLS)];
        float needed = Math.max(MIN_DEVIATION, SHARE_OF_CLEAR * clear);
        boolean[] finger = new boolean[smooth.length];
        for (int cell = 0; cell < finger.length; cell++) {
            finger[cell] = smooth[cell] > needed;
        }
        return new Segmentation(grid, finger);
    }

    boolean isFinger(int cell) {
        return finger[cell];
    }

    boolean isFinger(int x, int y) {
        return grid.contains(x, y) && finger[grid.cellAt(x, y)];
    }

    /** Cells with the finger at most {@code pixels} away, in rows and columns. */
    Segmentation grown(int pixels) {
        boolean[] outside = new boolean[finger.length];
        for (int cell = 0; cell < finger.length; cell++) {
            outside[cell] = !finger[cell];
        }
        boolean[] grown = new Segmentation(grid, outside).shrunk(pixels, true);
        for (int cell = 0; cell < grown.length; cell++) {
            grown[cell] = !grown[cell];
        }
        return new Segmentation(grid, grown);
    }

    /** Cells with nothing but finger within {@code pixels}; the image's edge counts as none. */
    Segmentation shrunk(int pixels) {
        return new Segmentation(grid, shrunk(pixels, false));
    }

    private boolean[] shrunk(int pixels, boolean beyondEdge) {
        int radius = Math.round(pixels / (float) Grid.SIDE);
        int columns = grid.columns();
        boolean[] rows = new boolean[finger.length];
        for (int cell = 0; cell < finger.length; cell++) {
            rows[cell] = all(finger, cell, 1, cell % columns, columns, radius, beyondEdge);
        }
        boolean[] out = new boolean[finger.length];
        for (int cell = 0; cell < finger.length; cell++) {
            out[cell] = all(rows, cell, columns, cell / columns, grid.rows(), radius, beyondEdge);
        }
        return out;
    }

    private static boolean all(
            boolean[] cells,
            int cell,
            int step,
            int position,
            int length,
            int radius,
            boolean beyondEdge) {
        if (!cells[cell]) {
            return false;
        }
        for (int k = -radius; k <= radius; k++) {
            boolean inside = position + k >= 0 && position + k < length;
            if (inside ? !cells[cell + k * step] : !beyondEdge) {
                return false;
            }
        }
        return true;
    }
}
