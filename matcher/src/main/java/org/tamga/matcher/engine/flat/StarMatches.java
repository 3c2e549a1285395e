package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * Which edges of two stars agree, and by how much, for every pair of minutiae that an alignment
 * came past. Alignments of one comparison overlap, so each pair of stars is compared once.
 */
final class StarMatches {
    private static final int INNER_LENGTH = Math.round(0.69f * Tolerance.LENGTH);
    private static final float INNER_ANGLE = (float) (0.27 * Tolerance.ANGLE);

    byte[] probe = new byte[1024];
    byte[] candidate = new byte[1024];
    short[] distance = new short[1024];
    short[] lengthError = new short[1024];
    float[] referenceError = new float[1024];
    float[] farError = new float[1024];
    private final EdgeKernel kernel;
    private final byte[] edges = new byte[Stars.STRIDE * Stars.STRIDE];
    private Stars probeStars = new Stars();
    private Stars candidateStars = new Stars();
    private int probeMinutiae;
    private int[] from = {};
    private int[] to = {};
    private int used;

    StarMatches(EdgeKernel kernel) {
        this.kernel = kernel;
    }

    void begin(Stars ofProbe, int probeCount, Stars ofCandidate, int candidateCount) {
        probeStars = ofProbe;
        candidateStars = ofCandidate;
        probeMinutiae = probeCount;
        int pairs = probeCount * candidateCount;
        if (from.length < pairs) {
            from = new int[Math.max(pairs, 64 * 64)];
            to = new int[from.length];
        }
        Arrays.fill(from, 0, pairs, -1);
        used = 0;
    }

    /** Key of a pair of minutiae for {@link #from} and {@link #to}. */
    int pair(int probeMinutia, int candidateMinutia) {
        int pair = candidateMinutia * probeMinutiae + probeMinutia;
        if (from[pair] < 0) {
            compare(pair, probeMinutia * Stars.STRIDE, candidateMinutia * Stars.STRIDE);
        }
        return pair;
    }

    int from(int pair) {
        return from[pair];
    }

    int to(int pair) {
        return to[pair];
    }

    private void compare(int pair, int p, int c) {
        int found = kernel.match(probeStars, p, candidateStars, c, edges);
        reserve(used + found);
        from[pair] = used;
        for (int i = 0; i < found; i++) {
            keep(p + (edges[i] & 15), c + ((edges[i] & 0xff) >> 4));
        }
        to[pair] = used;
    }

    private void keep(int p, int c) {
        float length = candidateStars.length[c];
        probe[used] = probeStars.neighbour[p];
        candidate[used] = candidateStars.neighbour[c];
        distance[used] = (short) length;
        lengthError[used] =
                (short) Math.max(INNER_LENGTH, (int) Math.abs(probeStars.length[p] - length));
        referenceError[used] =
                Math.max(
                        INNER_ANGLE,
                        Angles.between(probeStars.reference[p], candidateStars.reference[c]));
        farError[used] =
                Math.max(INNER_ANGLE, Angles.between(probeStars.far[p], candidateStars.far[c]));
        used++;
    }

    private void reserve(int room) {
        if (probe.length < room) {
            int grown = Math.max(room, 2 * probe.length);
            probe = Arrays.copyOf(probe, grown);
            candidate = Arrays.copyOf(candidate, grown);
            distance = Arrays.copyOf(distance, grown);
            lengthError = Arrays.copyOf(lengthError, grown);
            referenceError = Arrays.copyOf(referenceError, grown);
            farError = Arrays.copyOf(farError, grown);
        }
    }
}
