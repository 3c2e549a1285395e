package org.tamga.matcher.engine.flat;

/**
 * All edges between the probe's minutiae, filed under every bin (length, both angles) in which a
 * tolerable candidate edge may fall. A bin's edges stand in the order of their minutiae.
 */
final class RootIndex {
    private static final int ANGLE_BINS = (int) Math.ceil(2 * Math.PI / Tolerance.ANGLE);

    /** Rounding may put an angle just below 2π into one bin more. */
    private static final int STRIDE = ANGLE_BINS + 1;

    private static final int BINS = 6;
    private static final byte[] NEXT = new byte[STRIDE];

    static {
        for (int bin = 0; bin < STRIDE; bin++) {
            NEXT[bin] = (byte) ((bin + 1) % ANGLE_BINS);
        }
    }

    /** More matches of one edge than are ever tried. */
    static final int MOST_IN_BIN = 71;

    private final int[] length;
    private final float[] reference;
    private final float[] far;
    private final byte[] minutia;
    private final short[] bins;
    private final int lengthBins;
    private final int[] start;
    private final short[] filed;

    RootIndex(Minutiae probe) {
        int count = probe.count();
        int edges = count * Math.max(0, count - 1);
        length = new int[edges];
        reference = new float[edges];
        far = new float[edges];
        minutia = new byte[edges];
        bins = new short[edges * BINS];
        lengthBins = describe(probe) / Tolerance.LENGTH + 2;
        start = new int[lengthBins * STRIDE * STRIDE + 2];
        for (int edge = 0; edge < edges; edge++) {
            count(edge * BINS);
        }
        for (int bin = 2; bin < start.length; bin++) {
            start[bin] += start[bin - 1];
        }
        filed = new short[start[start.length - 1]];
        for (int edge = 0; edge < edges; edge++) {
            file(edge * BINS, (short) edge);
        }
    }

    /** Bin of an edge, −1 when no probe edge is that long. */
    int bin(int edgeLength, float referenceAngle, float farAngle) {
        int lengthBin = edgeLength / Tolerance.LENGTH;
        return lengthBin >= lengthBins
                ? -1
                : bin(lengthBin, angleBin(referenceAngle), angleBin(farAngle));
    }

    /**
     * Writes the near minutia of each probe edge of the bin that agrees with a candidate's edge.
     * Without branches in the comparison: half of them would be guessed wrong.
     */
    int matches(int bin, int edgeLength, float referenceAngle, float farAngle, byte[] out) {
        int found = 0;
        int end = start[bin + 1];
        for (int place = start[bin]; place < end && found < MOST_IN_BIN; place++) {
            int edge = filed[place] & 0xffff;
            int tooDifferent =
                    Tolerance.LENGTH - Math.abs(length[edge] - edgeLength)
                            | outside(Angles.turn(reference[edge], referenceAngle))
                            | outside(Angles.turn(far[edge], farAngle));
            out[found] = minutia[edge];
            found += ~tooDifferent >>> 31;
        }
        return found;
    }

    /** Negative when a turn is more than tolerable. */
    private static int outside(float turn) {
        return Float.floatToRawIntBits(Tolerance.ANGLE - turn)
                & Float.floatToRawIntBits(turn - Tolerance.ANGLE_COMPLEMENT);
    }

    /** Fills the edges and returns the longest length. */
    private int describe(Minutiae probe) {
        int edge = 0;
        int longest = 0;
        for (int i = 0; i < probe.count(); i++) {
            for (int j = 0; j < probe.count(); j++) {
                if (i != j) {
                    int dx = probe.x[j] - probe.x[i];
                    int dy = probe.y[j] - probe.y[i];
                    float angle = Polar.angle(dx, dy);
                    int pixels = Polar.length(dx, dy);
                    longest = Math.max(longest, pixels);
                    length[edge] = pixels;
                    reference[edge] = Angles.turn(probe.direction[i], angle);
                    far[edge] = Angles.turn(probe.direction[j], Angles.opposite(angle));
                    minutia[edge] = (byte) i;
                    bins(edge++);
                }
            }
        }
        return longest;
    }

    /** Adds one to every bin of an edge, two places on, where the running sum makes it a start. */
    private void count(int edge) {
        for (int l = bins[edge]; l <= bins[edge + 1]; l++) {
            for (int r = bins[edge + 2]; r != bins[edge + 3]; r = NEXT[r]) {
                for (int f = bins[edge + 4]; f != bins[edge + 5]; f = NEXT[f]) {
                    start[bin(l, r, f) + 2]++;
                }
            }
        }
    }

    private void file(int edge, short number) {
        for (int l = bins[edge]; l <= bins[edge + 1]; l++) {
            for (int r = bins[edge + 2]; r != bins[edge + 3]; r = NEXT[r]) {
                for (int f = bins[edge + 4]; f != bins[edge + 5]; f = NEXT[f]) {
                    filed[start[bin(l, r, f) + 1]++] = number;
                }
            }
        }
    }

    /** First and last length bin, first and end bin of both angles. */
    private void bins(int edge) {
        int at = edge * BINS;
        bins[at] = (short) (Math.max(0, length[edge] - Tolerance.LENGTH) / Tolerance.LENGTH);
        bins[at + 1] = (short) ((length[edge] + Tolerance.LENGTH) / Tolerance.LENGTH);
        bins[at + 2] = (short) angleBin(Angles.turn(reference[edge], Tolerance.ANGLE));
        bins[at + 3] = NEXT[angleBin(Angles.sum(reference[edge], Tolerance.ANGLE))];
        bins[at + 4] = (short) angleBin(Angles.turn(far[edge], Tolerance.ANGLE));
        bins[at + 5] = NEXT[angleBin(Angles.sum(far[edge], Tolerance.ANGLE))];
    }

    private static int angleBin(float angle) {
        return (int) (angle / Tolerance.ANGLE);
    }

    private static int bin(int lengthBin, int referenceBin, int farBin) {
        return (lengthBin * STRIDE + referenceBin) * STRIDE + farBin;
    }
}
