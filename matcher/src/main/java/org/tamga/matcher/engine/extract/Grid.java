package org.tamga.matcher.engine.extract;

/**
 * Square cells over an image of {@code width × height} pixels; those at the right and lower edge
 * may be smaller.
 */
record Grid(int width, int height) {
    /** Pixels a side, 0.2 mm. */
    static final int SIDE = 4;

    int columns() {
        return (width + SIDE - 1) / SIDE;
    }

    int rows() {
        return (height + SIDE - 1) / SIDE;
    }

    int cells() {
        return columns() * rows();
    }

    int pixels() {
        return width * height;
    }

    /** Index of the cell that holds a pixel. */
    int cellAt(int x, int y) {
        return y / SIDE * columns() + x / SIDE;
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
