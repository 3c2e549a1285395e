package org.tamga.matcher.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.FalseMatchCurve;

class IndependentSumTest {
    private static final double SCALE = 5;
    private static final double DECADE = SCALE * Math.log(10);

    /** Exponential with mean 5. */
    private static final FalseMatchCurve SINGLE =
            new FalseMatchCurve(
                    1000, List.of(new FalseMatchCurve.Point(DECADE, 0.1, DECADE)), DECADE, DECADE);

    @Test
    void theSumOfExponentialScoresIsErlangs() {
        IndependentSum two = new IndependentSum(SINGLE, 2);
        IndependentSum three = new IndependentSum(SINGLE, 3);
        for (double score : new double[] {10, 30, 60, 120}) {
            double x = score / SCALE;
            assertEquals(1, two.rate(score) / (Math.exp(-x) * (1 + x)), 0.05);
            assertEquals(1, three.rate(score) / (Math.exp(-x) * (1 + x + x * x / 2)), 0.08);
        }
    }

    @Test
    void scoreAndRateAreInverse() {
        IndependentSum sum = new IndependentSum(SINGLE, 2);
        for (double rate : new double[] {0.1, 1e-3, 1e-6, 1e-12}) {
            assertEquals(1, sum.rate(sum.score(rate)) / rate, 0.05);
        }
    }
}
