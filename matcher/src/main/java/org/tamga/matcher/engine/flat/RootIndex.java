package org.tamga.matcher.engine.flat;

/**
 * All edges between the probe's minutiae, filed under every bin of both angles in which a tolerable
 * candidate edge may fall. A bin's edges stand side by side, in the order of their minutiae.
 */
final class RootIndex {
    private static final int ANGLE_BINS = (int) Math.ceil(2 * Math.PI / Tolerance.ANGLE);

    /** Rounding may put an angle just below 2π into one bin more. */
    private static final int STRIDE = ANGLE_BINS + 1;

    private static final int[] NEXT = new int[STRIDE];

    static {
        for (int bin = 0; bin < STRIDE; bin++) {
            NEXT[bin] = (bin + 1) % ANGLE_BINS;
        }
    }

    /** More matches of one edge than are ever tried. */
    static final int MOST_IN_BIN = 71;

    /** Edges that a kernel may read behind the last one. */
    static final int VECTOR = 16;

    final float[] length;
    final float[] reference;
    final float[] far;
    final byte[] minutia;
    private final int[] start = new int[STRIDE * STRIDE + 2];

    RootIndex(Minutiae probe) {
        Edges edges = new Edges(probe);
        for (int edge = 0; edge < edges.count; edge++) {
            edges.bins(edge);
            for (int r = edges.firstReference; r != edges.endReference; r = NEXT[r]) {
                for (int f = edges.firstFar; f != edges.endFar; f = NEXT[f]) {
                    // Two places on, where the running sum makes it a start.
                    start[r * STRIDE + f + 2]++;
                }
            }
        }
        for (int bin = 2; bin < start.length; bin++) {
            start[bin] += start[bin - 1];
        }
        int filed = start[start.length - 1];
        length = new float[filed + VECTOR];
        reference = new float[filed + VECTOR];
        far = new float[filed + VECTOR];
        minutia = new byte[filed];
        for (int edge = 0; edge < edges.count; edge++) {
            edges.bins(edge);
            for (int r = edges.firstReference; r != edges.endReference; r = NEXT[r]) {
                for (int f = edges.firstFar; f != edges.endFar; f = NEXT[f]) {
                    int place = start[r * STRIDE + f + 1]++;
                    length[place] = edges.length[edge];
                    reference[place] = edges.reference[edge];
                    far[place] = edges.far[edge];
                    minutia[place] = edges.minutia[edge];
                }
            }
        }
    }

    /** Bin of an edge with these angles. */
    static int bin(float referenceAngle, float farAngle) {
        return angleBin(referenceAngle) * STRIDE + angleBin(farAngle);
    }

    /** First place of a bin. */
    int from(int bin) {
        return start[bin];
    }

    /** After the last place of a bin. */
    int to(int bin) {
        return start[bin + 1];
    }

    private static int angleBin(float angle) {
        return (int) (angle / Tolerance.ANGLE);
    }

    /** The edges in the order of their minutiae, and the bins of one of them. */
    private static final class Edges {
        final int count;
        final float[] length;
        final float[] reference;
        final float[] far;
        final byte[] minutia;
        int firstReference;
        int endReference;
        int firstFar;
        int endFar;

        Edges(Minutiae probe) {
            count = probe.count() * Math.max(0, probe.count() - 1);
            length = new float[count];
            reference = new float[count];
            far = new float[count];
            minutia = new byte[count];
            int edge = 0;
            for (int i = 0; i < probe.count(); i++) {
                for (int j = 0; j < probe.count(); j++) {
                    if (i != j) {
                        int dx = probe.x[j] - probe.x[i];
                        int dy = probe.y[j] - probe.y[i];
                        float angle = Polar.angle(dx, dy);
                        length[edge] = Polar.length(dx, dy);
                        reference[edge] = Angles.turn(probe.direction[i], angle);
                        far[edge] = Angles.turn(probe.direction[j], Angles.opposite(angle));
                        minutia[edge++] = (byte) i;
                    }
                }
            }
        }

        void bins(int edge) {
            firstReference = angleBin(Angles.turn(reference[edge], Tolerance.ANGLE));
            endReference = NEXT[angleBin(Angles.sum(reference[edge], Tolerance.ANGLE))];
            firstFar = angleBin(Angles.turn(far[edge], Tolerance.ANGLE));
            endFar = NEXT[angleBin(Angles.sum(far[edge], Tolerance.ANGLE))];
        }
    }
}
