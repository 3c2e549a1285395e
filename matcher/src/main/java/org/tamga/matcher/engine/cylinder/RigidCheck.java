package org.tamga.matcher.engine.cylinder;

/**
 * Whether the minutiae that look alike also lie alike: the ten most similar pairs of a comparison
 * vote for each other when one rigid motion brings both near their partners (relaxation of Minutia
 * Cylinder-Code, reduced to one round). Holds working memory: one for each thread and search.
 */
public final class RigidCheck {
    private static final int PAIRS = 10;
    private static final double NEAR = 200;
    private static final double NEAR_PER_DISTANCE = 0.05;
    private static final int QUARTER = Pose.TURNS / 4;
    private static final int TURN = Pose.TURNS - 1;
    private static final int SAME_TURN = (int) (0.5 / (2 * Math.PI) * Pose.TURNS);
    private static final double[] SINE = new double[Pose.TURNS + QUARTER];
    private static final double RESOLUTION = 1000;

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = Math.sin(2 * Math.PI * i / Pose.TURNS);
        }
    }

    private final ProbeWords probe;
    private final int[] poses;
    private final double[] partners = new double[256];
    private final double[] values = new double[PAIRS];
    private final int[] candidateMinutia = new int[PAIRS];
    private final int[] probeMinutia = new int[PAIRS];
    private int pairs;

    public RigidCheck(CylinderCode code) {
        this.probe = new ProbeWords(code);
        this.poses = code.poses();
    }

    /** Rates one of the codes; 0 when no two pairs agree, as without minutiae. */
    public int rate(CylinderCodes codes, int code) {
        if (poses.length == 0) {
            return 0;
        }
        probe.partners(codes, code, partners);
        choose(codes.weights, codes.firstMinutia(code), codes.minutiae(code));
        double votes = 0;
        for (int a = 0; a < pairs; a++) {
            for (int b = a + 1; b < pairs; b++) {
                if (agree(codes.poses, a, b)) {
                    votes += values[a] * values[b];
                }
            }
        }
        return (int) (votes * RESOLUTION);
    }

    /** Keeps the most similar pairs, best first. */
    private void choose(byte[] weights, int first, int minutiae) {
        pairs = 0;
        for (int c = 0; c < minutiae; c++) {
            double value = ProbeWords.cosine(partners[c], weights[first + c]);
            if (pairs < PAIRS || value > values[PAIRS - 1]) {
                int at = pairs < PAIRS ? pairs++ : PAIRS - 1;
                while (at > 0 && values[at - 1] < value) {
                    values[at] = values[at - 1];
                    candidateMinutia[at] = candidateMinutia[at - 1];
                    probeMinutia[at] = probeMinutia[at - 1];
                    at--;
                }
                values[at] = value;
                candidateMinutia[at] = first + c;
                probeMinutia[at] =
                        (int) (Double.doubleToRawLongBits(partners[c]) & CylinderKernel.PARTNER);
            }
        }
    }

    private boolean agree(int[] candidate, int a, int b) {
        int pa = poses[probeMinutia[a]];
        int pb = poses[probeMinutia[b]];
        int ca = candidate[candidateMinutia[a]];
        int cb = candidate[candidateMinutia[b]];
        int turn = Pose.turn(ca) - Pose.turn(pa) & TURN;
        int otherTurn = Pose.turn(cb) - Pose.turn(pb) & TURN;
        if (probeMinutia[a] == probeMinutia[b]
                || (otherTurn - turn + SAME_TURN & TURN) > 2 * SAME_TURN) {
            return false;
        }
        double sin = SINE[turn];
        double cos = SINE[turn + QUARTER];
        int cx = Pose.x(cb) - Pose.x(ca);
        int cy = Pose.y(cb) - Pose.y(ca);
        int px = Pose.x(pb) - Pose.x(pa);
        int py = Pose.y(pb) - Pose.y(pa);
        double offX = cx * cos + cy * sin - px;
        double offY = cy * cos - cx * sin - py;
        return offX * offX + offY * offY <= NEAR + NEAR_PER_DISTANCE * (px * px + py * py);
    }
}
