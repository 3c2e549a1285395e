package org.tamga.matcher.evaluation;

import org.tamga.matcher.engine.FalseMatchCurve;

/** Distribution of a sum of independent scores that each follow a false match curve. */
final class IndependentSum {
    private static final double STEP = 0.1;
    private static final int CELLS = 6000;

    /** Chance that the sum reaches {@code STEP} × index. */
    private final double[] reaching;

    IndependentSum(FalseMatchCurve single, int scores) {
        double[] one = cells(single);
        double[] sum = one;
        for (int i = 1; i < scores; i++) {
            sum = convolved(sum, one);
        }
        reaching = new double[CELLS];
        double beyond = 0;
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            beyond += sum[cell];
            reaching[cell] = beyond;
        }
    }

    /** Lowest score that the sum reaches with at most this chance. */
    double score(double rate) {
        int cell = 0;
        while (cell < CELLS - 1 && reaching[cell] > rate) {
            cell++;
        }
        return cell * STEP;
    }

    /** Chance that the sum reaches a score. */
    double rate(double score) {
        return reaching[Math.clamp((long) Math.ceil(score / STEP), 0, CELLS - 1)];
    }

    /** Chance of each cell; a score counts as the upper end of its cell. */
    private static double[] cells(FalseMatchCurve curve) {
        double[] cells = new double[CELLS];
        for (int cell = 1; cell < CELLS; cell++) {
            cells[cell] =
                    curve.falseMatchRate((cell - 1) * STEP) - curve.falseMatchRate(cell * STEP);
        }
        return cells;
    }

    private static double[] convolved(double[] a, double[] b) {
        double[] sum = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; i + j < CELLS; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }
}
