package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * Grows an alignment from one pair of minutiae over edges that agree in both prints, shortest edge
 * first, and rates it. Every minutia joins at most once; edges that lead to a pair already joined
 * support it.
 */
final class Alignment {
    private static final byte NONE = -1;

    private final StarMatches matches;
    private final EdgeQueue queue = new EdgeQueue();
    private final short[] nodeOfProbe = new short[Minutiae.MAX];
    private final short[] nodeOfCandidate = new short[Minutiae.MAX];
    private final byte[] probe = new byte[Minutiae.MAX];
    private final byte[] candidate = new byte[Minutiae.MAX];
    private final int[] match = new int[Minutiae.MAX];
    private final int[] support = new int[Minutiae.MAX];
    private int count;

    Alignment(StarMatches matches) {
        this.matches = matches;
        Arrays.fill(nodeOfProbe, NONE);
        Arrays.fill(nodeOfCandidate, NONE);
    }

    /** Total of the alignment that grows from this pair, before shaping. */
    double rate(Minutiae ofProbe, int rootProbe, Minutiae ofCandidate, int rootCandidate) {
        join(rootProbe, rootCandidate, -1);
        lookAround();
        while (!queue.isEmpty()) {
            int next = EdgeQueue.match(queue.remove());
            join(matches.probe[next] & 0xff, matches.candidate[next] & 0xff, next);
            lookAround();
        }
        double total = total(ofProbe, ofCandidate);
        dissolve();
        return total;
    }

    private void join(int probeMinutia, int candidateMinutia, int by) {
        probe[count] = (byte) probeMinutia;
        candidate[count] = (byte) candidateMinutia;
        match[count] = by;
        support[count] = 0;
        nodeOfProbe[probeMinutia] = (short) count;
        nodeOfCandidate[candidateMinutia] = (short) count;
        count++;
    }

    /**
     * Queues the edges of the pair that joined last, then drops from the queue's head what has
     * joined.
     */
    private void lookAround() {
        int node = count - 1;
        int pair = matches.pair(probe[node] & 0xff, candidate[node] & 0xff);
        int to = matches.to(pair);
        for (int edge = matches.from(pair); edge < to; edge++) {
            if (isFree(edge)) {
                queue.add(matches.distance[edge], node, edge);
            } else {
                support(edge, node);
            }
        }
        while (!queue.isEmpty() && !isFree(EdgeQueue.match(queue.peek()))) {
            long entry = queue.remove();
            support(EdgeQueue.match(entry), EdgeQueue.node(entry));
        }
    }

    private boolean isFree(int edge) {
        return nodeOfProbe[matches.probe[edge] & 0xff] < 0
                && nodeOfCandidate[matches.candidate[edge] & 0xff] < 0;
    }

    private void support(int edge, int node) {
        int joined = nodeOfProbe[matches.probe[edge] & 0xff];
        if (joined >= 0 && candidate[joined] == matches.candidate[edge]) {
            support[joined]++;
            support[node]++;
        }
    }

    private double total(Minutiae ofProbe, Minutiae ofCandidate) {
        int supported = 0;
        int edges = count;
        int sameType = 0;
        int lengthError = 0;
        float angleError = 0;
        for (int node = 0; node < count; node++) {
            edges += support[node];
            supported += support[node] >= 1 ? 1 : 0;
            sameType +=
                    ofProbe.type[probe[node] & 0xff] == ofCandidate.type[candidate[node] & 0xff]
                            ? 1
                            : 0;
            if (node > 0) {
                lengthError += matches.lengthError[match[node]];
                angleError += matches.referenceError[match[node]];
                angleError += matches.farError[match[node]];
            }
        }
        return Rating.total(
                count,
                ofProbe.count(),
                ofCandidate.count(),
                supported,
                edges,
                sameType,
                lengthError,
                angleError);
    }

    private void dissolve() {
        for (int node = 0; node < count; node++) {
            nodeOfProbe[probe[node] & 0xff] = NONE;
            nodeOfCandidate[candidate[node] & 0xff] = NONE;
        }
        count = 0;
    }
}
