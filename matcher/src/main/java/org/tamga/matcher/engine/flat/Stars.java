package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * For every minutia the edges to its nearest neighbours, shortest first: length, angle of the edge
 * at this minutia and at the neighbour, each relative to the minutia's own direction. Room for
 * {@link #STRIDE} edges a minutia, so that a vector of 16 numbers holds one star; empty places have
 * a length that matches nothing. Reused from template to template, one per thread.
 */
final class Stars {
    static final int STRIDE = 16;
    private static final float NO_EDGE = -10_000;

    float[] length = {};
    float[] reference = {};
    float[] far = {};
    byte[] neighbour = {};
    private final NearestNeighbours nearest = new NearestNeighbours();
    private final byte[] chosen = new byte[Tolerance.NEIGHBOURS];

    /** Edges of every minutia found anew. */
    void build(Minutiae minutiae) {
        reserve(minutiae.count());
        for (int i = 0; i < minutiae.count(); i++) {
            int edges = nearest.of(minutiae, i, chosen, 0);
            edges(minutiae, i, chosen, 0, edges);
        }
    }

    /**
     * Edges to neighbours found earlier.
     *
     * @param neighbours {@link Tolerance#NEIGHBOURS} for each minutia or, where there are fewer
     *     minutiae, all but the last place used
     */
    void build(Minutiae minutiae, byte[] neighbours, int offset) {
        int count = minutiae.count();
        reserve(count);
        int edges = Math.clamp(count - 1, 0, Tolerance.NEIGHBOURS);
        for (int i = 0; i < count; i++) {
            edges(minutiae, i, neighbours, offset + i * edges, edges);
        }
    }

    private void edges(Minutiae minutiae, int i, byte[] neighbours, int offset, int edges) {
        int base = i * STRIDE;
        for (int e = 0; e < edges; e++) {
            int other = neighbours[offset + e] & 0xff;
            int dx = minutiae.x[other] - minutiae.x[i];
            int dy = minutiae.y[other] - minutiae.y[i];
            float angle = Polar.angle(dx, dy);
            length[base + e] = Polar.length(dx, dy);
            reference[base + e] = Angles.turn(minutiae.direction[i], angle);
            far[base + e] = Angles.turn(minutiae.direction[other], Angles.opposite(angle));
            neighbour[base + e] = (byte) other;
        }
        Arrays.fill(length, base + edges, base + STRIDE, NO_EDGE);
    }

    private void reserve(int minutiae) {
        if (length.length < minutiae * STRIDE) {
            int room = Math.max(minutiae, 64) * STRIDE;
            length = new float[room];
            reference = new float[room];
            far = new float[room];
            neighbour = new byte[room];
        }
    }
}
