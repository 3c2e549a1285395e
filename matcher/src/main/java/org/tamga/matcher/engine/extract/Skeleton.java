package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/** A set of pixels that knows of each one which of its eight neighbours are set. Mutable. */
final class Skeleton {
    private static final byte[] CROSSINGS = crossings();

    private final int width;
    private final boolean[] set;
    private final byte[] neighbours;
    private final int[] around;

    /**
     * @param set row-major; taken over, and its outermost pixels cleared, so that every set pixel
     *     has eight neighbours
     */
    Skeleton(boolean[] set, Grid grid) {
        this.width = grid.width();
        this.set = set;
        this.neighbours = new byte[set.length];
        this.around =
                new int[] {-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1};
        Arrays.fill(set, 0, width, false);
        Arrays.fill(set, set.length - width, set.length, false);
        for (int row = 0; row < set.length; row += width) {
            set[row] = false;
            set[row + width - 1] = false;
        }
        for (int pixel = width + 1; pixel < set.length - width - 1; pixel++) {
            if (set[pixel]) {
                int code = 0;
                for (int k = 0; k < 8; k++) {
                    code |= set[pixel + around[k]] ? 1 << k : 0;
                }
                neighbours[pixel] = (byte) code;
            }
        }
    }

    /** How a walk ended. */
    enum End {
        OPEN,
        ENDING,
        JUNCTION
    }

    /**
     * Pixels along a line, the start first.
     *
     * @param end what came after the last one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Path(int[] pixels, End end) {
        int length() {
            return pixels.length;
        }

        int last() {
            return pixels[pixels.length - 1];
        }
    }

    int size() {
        return set.length;
    }

    boolean isSet(int pixel) {
        return set[pixel];
    }

    int x(int pixel) {
        return pixel % width;
    }

    int y(int pixel) {
        return pixel / width;
    }

    /** Bit k is the neighbour at k × 45° clockwise from above. */
    int neighbours(int pixel) {
        return neighbours[pixel] & 0xff;
    }

    int neighbour(int pixel, int k) {
        return pixel + around[k];
    }

    /** All set pixels in order. */
    int[] pixels() {
        int[] all = new int[set.length];
        int count = 0;
        for (int pixel = 0; pixel < set.length; pixel++) {
            if (set[pixel]) {
                all[count++] = pixel;
            }
        }
        return Arrays.copyOf(all, count);
    }

    void clear(int pixel) {
        set[pixel] = false;
        for (int k = 0; k < 8; k++) {
            neighbours[pixel + around[k]] &= (byte) ~(1 << (k + 4 & 7));
        }
    }

    void set(int x, int y) {
        int pixel = y * width + x;
        set[pixel] = true;
        for (int k = 0; k < 8; k++) {
            neighbours[pixel + around[k]] |= (byte) (1 << (k + 4 & 7));
        }
    }

    /** Whether a line ends here: one branch leaves (crossing number of Arcelli and Di Baja). */
    boolean isEnding(int pixel) {
        return set[pixel]
                && CROSSINGS[neighbours(pixel)] == 1
                && Integer.bitCount(neighbours(pixel)) <= 2;
    }

    /** Whether no neighbour is set. */
    boolean isDot(int pixel) {
        return set[pixel] && neighbours[pixel] == 0;
    }

    /** Follows the line from an ending, at most {@code limit} pixels, not into a junction. */
    Path walk(int start, int limit) {
        int[] path = new int[limit];
        path[0] = start;
        int length = 1;
        while (length < limit) {
            int next = next(path, length);
            if (next < 0) {
                return new Path(Arrays.copyOf(path, length), End.ENDING);
            }
            if (CROSSINGS[neighbours(next)] >= 3) {
                return new Path(Arrays.copyOf(path, length), End.JUNCTION);
            }
            path[length++] = next;
        }
        return new Path(path, End.OPEN);
    }

    /** The next pixel, those beside or above preferred to diagonal ones; −1 when there is none. */
    private int next(int[] path, int length) {
        for (int diagonal = 0; diagonal < 2; diagonal++) {
            for (int k = diagonal; k < 8; k += 2) {
                int pixel = path[length - 1] + around[k];
                if (set[pixel] && !isRecent(path, length, pixel)) {
                    return pixel;
                }
            }
        }
        return -1;
    }

    private static boolean isRecent(int[] path, int length, int pixel) {
        for (int i = length - 1; i >= Math.max(0, length - 4); i--) {
            if (path[i] == pixel) {
                return true;
            }
        }
        return false;
    }

    private static byte[] crossings() {
        byte[] table = new byte[256];
        for (int code = 0; code < table.length; code++) {
            for (int k = 0; k < 8; k++) {
                boolean here = (code >> k & 1) != 0;
                boolean after = (code >> (k + 1 & 7) & 1) != 0;
                table[code] += (byte) (!here && after ? 1 : 0);
            }
        }
        return table;
    }
}
