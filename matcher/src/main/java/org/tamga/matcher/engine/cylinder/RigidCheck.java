package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Whether the minutiae that look alike also lie alike: the ten most similar pairs of a comparison
 * vote for each other when one rigid motion brings both near their partners (relaxation of Minutia
 * Cylinder-Code, reduced to one round). Holds working memory: one for each thread and search.
 */
public final class RigidCheck {
    private static final int PAIRS = 10;
    private static final double NEAR = 200;
    private static final double NEAR_PER_DISTANCE = 0.05;
    private static final int TURNS = 1024;
    private static final int TURN = TURNS - 1;
    private static final int SAME_TURN = (int) (0.5 / (2 * Math.PI) * TURNS);
    private static final double[] SINE = new double[TURNS + TURNS / 4];
    private static final double RESOLUTION = 1000;

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = Math.sin(2 * Math.PI * i / TURNS);
        }
    }

    private final ProbeWords probe;
    private final Minutiae minutiae;
    private final double[] partners = new double[256];
    private final double[] values = new double[PAIRS];
    private final int[] candidateMinutia = new int[PAIRS];
    private final int[] probeMinutia = new int[PAIRS];
    private int pairs;

    public RigidCheck(CylinderCode code, Minutiae minutiae) {
        this.probe = new ProbeWords(code);
        this.minutiae = minutiae;
    }

    /** 0 when no two pairs agree; the parameters are those of {@link CylinderRating#rate}. */
    public int rate(Minutiae candidate, long[] words, int offset, byte[] weights) {
        probe.partners(words, offset, weights, partners);
        choose(weights);
        double votes = 0;
        for (int a = 0; a < pairs; a++) {
            for (int b = a + 1; b < pairs; b++) {
                if (agree(candidate, a, b)) {
                    votes += values[a] * values[b];
                }
            }
        }
        return (int) (votes * RESOLUTION);
    }

    /** Keeps the most similar pairs, best first. */
    private void choose(byte[] weights) {
        pairs = 0;
        for (int c = 0; c < weights.length; c++) {
            double value = ProbeWords.cosine(partners[c], weights[c]);
            if (pairs < PAIRS || value > values[PAIRS - 1]) {
                int at = pairs < PAIRS ? pairs++ : PAIRS - 1;
                while (at > 0 && values[at - 1] < value) {
                    values[at] = values[at - 1];
                    candidateMinutia[at] = candidateMinutia[at - 1];
                    probeMinutia[at] = probeMinutia[at - 1];
                    at--;
                }
                values[at] = value;
                candidateMinutia[at] = c;
                probeMinutia[at] =
                        (int) (Double.doubleToRawLongBits(partners[c]) & CylinderKernel.PARTNER);
            }
        }
    }

    private boolean agree(Minutiae candidate, int a, int b) {
        int pa = probeMinutia[a];
        int pb = probeMinutia[b];
        int ca = candidateMinutia[a];
        int cb = candidateMinutia[b];
        int turn = turn(candidate.direction(ca) - minutiae.direction(pa));
        int otherTurn = turn(candidate.direction(cb) - minutiae.direction(pb));
        if (pa == pb || (otherTurn - turn + SAME_TURN & TURN) > 2 * SAME_TURN) {
            return false;
        }
        double sin = SINE[turn];
        double cos = SINE[turn + TURNS / 4];
        int cx = candidate.x(cb) - candidate.x(ca);
        int cy = candidate.y(cb) - candidate.y(ca);
        int px = minutiae.x(pb) - minutiae.x(pa);
        int py = minutiae.y(pb) - minutiae.y(pa);
        double offX = cx * cos + cy * sin - px;
        double offY = cy * cos - cx * sin - py;
        return offX * offX + offY * offY <= NEAR + NEAR_PER_DISTANCE * (px * px + py * py);
    }

    private static int turn(float radians) {
        return (int) Math.rint(radians * (TURNS / (2 * Math.PI))) & TURN;
    }
}
