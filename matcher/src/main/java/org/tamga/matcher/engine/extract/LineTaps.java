package org.tamga.matcher.engine.extract;

/** A one-dimensional filter laid along a line of any direction, nearest pixels taken. */
final class LineTaps {
    private final float[] kernel;
    private final int radius;
    private final int[] dx;
    private final int[] dy;
    private final int[] offsets;
    private final Grid grid;

    /**
     * @param kernel odd length, centre in the middle
     * @param angle radians of the line's direction
     */
    LineTaps(float[] kernel, double angle, Grid grid) {
        this.kernel = kernel;
        this.radius = kernel.length / 2;
        this.grid = grid;
        this.dx = new int[kernel.length];
        this.dy = new int[kernel.length];
        this.offsets = new int[kernel.length];
        for (int k = 0; k < kernel.length; k++) {
            dx[k] = (int) Math.round((k - radius) * Math.cos(angle));
            dy[k] = (int) Math.round((k - radius) * Math.sin(angle));
            offsets[k] = dy[k] * grid.width() + dx[k];
        }
    }

    /** Filters the pixels of one cell. */
    void apply(float[] source, float[] target, int cell) {
        int left = cell % grid.columns() * Grid.SIDE;
        int top = cell / grid.columns() * Grid.SIDE;
        if (left >= radius
                && top >= radius
                && left + Grid.SIDE + radius <= grid.width()
                && top + Grid.SIDE + radius <= grid.height()) {
            inside(source, target, left, top);
        } else {
            atEdge(source, target, left, top);
        }
    }

    /** The four pixels of a row at once: they share taps, and their sums need not wait. */
    private void inside(float[] source, float[] target, int left, int top) {
        for (int y = top; y < top + Grid.SIDE; y++) {
            int i = y * grid.width() + left;
            float first = 0;
            float second = 0;
            float third = 0;
            float fourth = 0;
            for (int k = 0; k < kernel.length; k++) {
                float weight = kernel[k];
                int at = i + offsets[k];
                first += weight * source[at];
                second += weight * source[at + 1];
                third += weight * source[at + 2];
                fourth += weight * source[at + 3];
            }
            target[i] = first;
            target[i + 1] = second;
            target[i + 2] = third;
            target[i + 3] = fourth;
        }
    }

    private void atEdge(float[] source, float[] target, int left, int top) {
        for (int y = top; y < Math.min(grid.height(), top + Grid.SIDE); y++) {
            for (int x = left; x < Math.min(grid.width(), left + Grid.SIDE); x++) {
                float sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    if (grid.contains(x + dx[k], y + dy[k])) {
                        sum += kernel[k] * source[(y + dy[k]) * grid.width() + x + dx[k]];
                    }
                }
                target[y * grid.width() + x] = sum;
            }
        }
    }
}
