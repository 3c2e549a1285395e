package org.tamga.matcher.engine.extract;

/**
 * Thins to lines one pixel wide with two alternating conditions (Guo and Hall 1989, method A1).
 * Only pixels on a border are looked at, so the cost goes with the length of the lines.
 */
final class Thinning {
    private static final boolean[][] REMOVABLE = {removable(0), removable(1)};

    private Thinning() {}

    /** Thins in place. */
    static void thin(Skeleton skeleton) {
        int[] border = new int[skeleton.size()];
        int count = 0;
        for (int pixel : skeleton.pixels()) {
            if (skeleton.neighbours(pixel) != 0xff) {
                border[count++] = pixel;
            }
        }
        int[] removed = new int[skeleton.size()];
        int idle = 0;
        for (int half = 0; idle < 2; half ^= 1) {
            int kept = 0;
            int gone = 0;
            for (int i = 0; i < count; i++) {
                if (REMOVABLE[half][skeleton.neighbours(border[i])]) {
                    removed[gone++] = border[i];
                } else {
                    border[kept++] = border[i];
                }
            }
            for (int i = 0; i < gone; i++) {
                kept = skeleton.clear(removed[i], border, kept);
            }
            count = kept;
            idle = gone == 0 ? idle + 1 : 0;
        }
    }

    /** By neighbourhood: bit k is the neighbour at k × 45° clockwise from above. */
    private static boolean[] removable(int half) {
        boolean[] table = new boolean[256];
        for (int code = 0; code < table.length; code++) {
            boolean[] p = new boolean[8];
            for (int k = 0; k < 8; k++) {
                p[k] = (code >> k & 1) != 0;
            }
            int lines = 0;
            int pairs = 0;
            int otherPairs = 0;
            for (int k = 0; k < 8; k += 2) {
                lines += !p[k] && (p[k + 1] || p[(k + 2) & 7]) ? 1 : 0;
                pairs += p[(k + 7) & 7] || p[k] ? 1 : 0;
                otherPairs += p[k] || p[k + 1] ? 1 : 0;
            }
            int thickness = Math.min(pairs, otherPairs);
            boolean held =
                    half == 0 ? (p[4] || p[5] || !p[7]) && p[6] : (p[0] || p[1] || !p[3]) && p[2];
            table[code] = lines == 1 && thickness >= 2 && thickness <= 3 && !held;
        }
        return table;
    }
}
