package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/** A set of pixels that knows of each one which of its eight neighbours are set. Mutable. */
final class Skeleton {
    private static final byte[] CROSSINGS = crossings();
    private static final byte ALL = (byte) 0xff;

    /** Neighbour bits of the three pixels of a column (1 top, 2 middle, 4 bottom). */
    private static final int[] LEFT = columnBits(7, 6, 5);

    private static final int[] MIDDLE = columnBits(0, -1, 4);
    private static final int[] RIGHT = columnBits(1, 2, 3);

    private final int width;
    private final boolean[] set;
    private final byte[] neighbours;
    private int[] members;
    private int memberCount;
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
        this.members = new int[set.length / 4 + 4];
        for (int row = width; row < set.length - width; row += width) {
            addRow(row);
        }
    }

    private void addRow(int row) {
        int left = 0;
        int middle = 0;
        int right = column(row + 1);
        for (int pixel = row + 1; pixel < row + width - 1; pixel++) {
            left = middle;
            middle = right;
            right = column(pixel + 1);
            if (set[pixel]) {
                add(pixel);
                neighbours[pixel] = (byte) (LEFT[left] | MIDDLE[middle] | RIGHT[right]);
            }
        }
    }

    private int column(int pixel) {
        return (set[pixel - width] ? 1 : 0) | (set[pixel] ? 2 : 0) | (set[pixel + width] ? 4 : 0);
    }

    private static int[] columnBits(int top, int middle, int bottom) {
        int[] bits = new int[8];
        for (int column = 0; column < bits.length; column++) {
            bits[column] =
                    (column & 1) << top
                            | (middle < 0 ? 0 : (column >> 1 & 1) << middle)
                            | (column >> 2 & 1) << bottom;
        }
        return bits;
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

    /** All set pixels: from left to right and top to bottom, then those set later. */
    int[] pixels() {
        int count = 0;
        for (int i = 0; i < memberCount; i++) {
            if (set[members[i]]) {
                members[count++] = members[i];
            }
        }
        memberCount = count;
        return Arrays.copyOf(members, count);
    }

    private void add(int pixel) {
        if (memberCount == members.length) {
            members = Arrays.copyOf(members, 2 * memberCount);
        }
        members[memberCount++] = pixel;
    }

    void clear(int pixel) {
        set[pixel] = false;
        for (int k = 0; k < 8; k++) {
            neighbours[pixel + around[k]] &= (byte) ~(1 << (k + 4 & 7));
        }
    }

    /**
     * Clears a pixel and appends those neighbours that had all of theirs until now.
     *
     * @return length of the list after it
     */
    int clear(int pixel, int[] list, int length) {
        int end = length;
        set[pixel] = false;
        for (int k = 0; k < 8; k++) {
            int near = pixel + around[k];
            byte before = neighbours[near];
            if (before == ALL) {
                list[end++] = near;
            }
            neighbours[near] = (byte) (before & ~(1 << (k + 4 & 7)));
        }
        return end;
    }

    void set(int x, int y) {
        int pixel = y * width + x;
        if (set[pixel]) {
            return;
        }
        set[pixel] = true;
        add(pixel);
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
