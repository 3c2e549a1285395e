package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * The nearest minutiae of a minutia: those no farther than the ninth nearest, by rising edge
 * length, then index, at most nine.
 */
public final class NearestNeighbours {
    private final long[] byDistance = new long[Minutiae.MAX];

    /** Neighbours that {@link #all} writes for each minutia of a template with this many. */
    public static int each(int minutiae) {
        return Math.clamp(minutiae - 1, 0, Tolerance.NEIGHBOURS);
    }

    /** {@link #each} neighbours of every minutia, one after the other. */
    public byte[] all(Minutiae minutiae) {
        int each = each(minutiae.count());
        byte[] all = new byte[minutiae.count() * each];
        for (int i = 0; i < minutiae.count(); i++) {
            of(minutiae, i, all, i * each);
        }
        return all;
    }

    /** Writes the neighbours of one minutia and says how many. */
    int of(Minutiae minutiae, int i, byte[] out, int offset) {
        int candidates = 0;
        for (int j = 0; j < minutiae.count(); j++) {
            if (j != i) {
                int dx = minutiae.x[j] - minutiae.x[i];
                int dy = minutiae.y[j] - minutiae.y[i];
                byDistance[candidates++] = ((long) (dx * dx + dy * dy) << 8) | j;
            }
        }
        Arrays.sort(byDistance, 0, candidates);
        int near = Math.min(candidates, Tolerance.NEIGHBOURS);
        if (candidates > near) {
            long limit = byDistance[near - 1] >> 8;
            while (near < candidates && byDistance[near] >> 8 == limit) {
                near++;
            }
        }
        for (int k = 0; k < near; k++) {
            int j = (int) byDistance[k] & 0xff;
            int length = Polar.length(minutiae.x[j] - minutiae.x[i], minutiae.y[j] - minutiae.y[i]);
            byDistance[k] = ((long) length << 8) | j;
        }
        Arrays.sort(byDistance, 0, near);
        int kept = Math.min(near, Tolerance.NEIGHBOURS);
        for (int k = 0; k < kept; k++) {
            out[offset + k] = (byte) byDistance[k];
        }
        return kept;
    }
}
