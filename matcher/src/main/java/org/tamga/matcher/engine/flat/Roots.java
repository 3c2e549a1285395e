package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * Pairs of minutiae from which an alignment may grow: ends of candidate edges that match a probe
 * edge, long edges first, at most {@value #MAX_TRIED} matches and {@value #MAX_LOOKUPS} edges.
 */
final class Roots {
    private static final int LONG_EDGE = 58;
    private static final int BATCH = 32;
    private static final int MAX_LOOKUPS = 1633;
    private static final int MAX_TRIED = 70;

    final byte[] probe = new byte[MAX_TRIED];
    final byte[] candidate = new byte[MAX_TRIED];
    int count;
    int tried;
    int lookups;
    private int[] seen = {};
    private final byte[] from = new byte[BATCH];
    private final byte[] to = new byte[BATCH];
    private final float[] length = new float[BATCH];
    private final float[] reference = new float[BATCH];
    private final float[] far = new float[BATCH];
    private final int[] bin = new int[BATCH];
    private final byte[] matched = new byte[RootIndex.MOST_IN_BIN + RootIndex.VECTOR];
    private final EdgeKernel kernel;
    private int search;

    Roots(EdgeKernel kernel) {
        this.kernel = kernel;
    }

    void find(RootIndex index, int probeMinutiae, Minutiae minutiae) {
        begin(probeMinutiae * minutiae.count());
        if (!pass(index, probeMinutiae, minutiae, true)) {
            pass(index, probeMinutiae, minutiae, false);
        }
    }

    private void begin(int pairs) {
        count = 0;
        tried = 0;
        lookups = 0;
        search++;
        if (seen.length < pairs || search == Integer.MAX_VALUE) {
            seen = new int[Math.max(pairs, 64 * 64)];
            Arrays.fill(seen, 0);
            search = 1;
        }
    }

    /** True when a limit ended it. */
    private boolean pass(RootIndex index, int probeMinutiae, Minutiae minutiae, boolean longEdges) {
        int minutiaeCount = minutiae.count();
        int taken = 0;
        for (int period = 1; period < minutiaeCount; period++) {
            for (int phase = 0; phase <= period; phase++) {
                for (int i = phase; i < minutiaeCount; i += period + 1) {
                    int j = i + period < minutiaeCount ? i + period : i + period - minutiaeCount;
                    taken += take(minutiae, i, j, longEdges, taken);
                    if (taken == BATCH) {
                        if (look(index, probeMinutiae, minutiae, taken)) {
                            return true;
                        }
                        taken = 0;
                    }
                }
            }
        }
        return look(index, probeMinutiae, minutiae, taken);
    }

    /** Notes an edge at a place of the batch; 1 when it is to stay, 0 when its length is wrong. */
    private int take(Minutiae minutiae, int i, int j, boolean longEdges, int place) {
        int dx = minutiae.x[j] - minutiae.x[i];
        int dy = minutiae.y[j] - minutiae.y[i];
        int pixels = Polar.length(dx, dy);
        from[place] = (byte) i;
        to[place] = (byte) j;
        length[place] = pixels;
        return pixels >= LONG_EDGE == longEdges ? 1 : 0;
    }

    private boolean look(RootIndex index, int probeMinutiae, Minutiae minutiae, int edges) {
        describe(minutiae, edges);
        for (int e = 0; e < edges; e++) {
            int found =
                    kernel.match(
                            index,
                            index.from(bin[e]),
                            index.to(bin[e]),
                            length[e],
                            reference[e],
                            far[e],
                            matched);
            for (int m = 0; m < found; m++) {
                add(matched[m] & 0xff, from[e] & 0xff, probeMinutiae);
                if (++tried >= MAX_TRIED) {
                    return true;
                }
            }
            if (++lookups >= MAX_LOOKUPS) {
                return true;
            }
        }
        return false;
    }

    private void describe(Minutiae minutiae, int edges) {
        for (int e = 0; e < edges; e++) {
            int i = from[e] & 0xff;
            int j = to[e] & 0xff;
            float angle = Polar.angle(minutiae.x[j] - minutiae.x[i], minutiae.y[j] - minutiae.y[i]);
            reference[e] = Angles.turn(minutiae.direction[i], angle);
            far[e] = Angles.turn(minutiae.direction[j], Angles.opposite(angle));
            bin[e] = RootIndex.bin(reference[e], far[e]);
        }
    }

    private void add(int probeMinutia, int candidateMinutia, int probeMinutiae) {
        int pair = candidateMinutia * probeMinutiae + probeMinutia;
        if (seen[pair] != search) {
            seen[pair] = search;
            probe[count] = (byte) probeMinutia;
            candidate[count++] = (byte) candidateMinutia;
        }
    }
}
