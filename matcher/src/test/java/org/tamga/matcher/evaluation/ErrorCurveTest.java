package org.tamga.matcher.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.evaluation.Comparisons.Pair;

class ErrorCurveTest {
    /** Genuine 1, 5, 6, 7; impostors 0, 0, 2, 3: at 3 a quarter of both is wrong. */
    private static final Comparisons SMALL =
            new Comparisons(
                    2,
                    Stream.of(1, 5, 6, 7).map(score -> new Pair(0, 0, score)).toList(),
                    Stream.of(0, 0, 2, 3).map(score -> new Pair(0, 1, score)).toList());

    @Test
    void equalErrorRateIsWhereBothErrorsMeet() {
        assertEquals(0.25, ErrorCurve.of(SMALL).equalErrorRate(), 1e-9);
    }

    @Test
    void ratesAreReadOffAtTheirTargets() {
        ErrorCurve curve = ErrorCurve.of(SMALL);
        assertEquals(0.25, curve.fnmrAtFmr(0.25), 1e-9);
        assertEquals(3, curve.thresholdAtFmr(0.25), 1e-9);
        assertEquals(0.25, curve.fnmrAtFmr(0.0), 1e-9);
        assertEquals(5, curve.thresholdAtFmr(0.0), 1e-9);
        assertEquals(0, curve.fnmrAtFmr(0.5), 1.0 / 4 + 1e-9);
    }

    @Test
    void separatedScoresHaveNoError() {
        Comparisons separated =
                new Comparisons(2, List.of(new Pair(0, 0, 50)), List.of(new Pair(0, 1, 3)));
        assertEquals(0, ErrorCurve.of(separated).equalErrorRate(), 1e-9);
    }

    @Test
    void theIntervalHoldsTheEstimate() {
        Comparisons drawn = drawn(12, 40);
        ErrorCurve curve = ErrorCurve.of(drawn);
        Bootstrap.Interval interval = Bootstrap.interval(drawn, ErrorCurve::equalErrorRate);
        assertTrue(interval.low() <= curve.equalErrorRate());
        assertTrue(interval.high() >= curve.equalErrorRate());
        assertEquals(interval, Bootstrap.interval(drawn, ErrorCurve::equalErrorRate));
    }

    @Test
    void anExponentialTailIsFoundAgain() {
        FalseMatchCurve fit = CalibrationFit.of(drawn(20, 100));
        assertEquals(8 * Math.log(10), fit.scorePerDecade(), 3);
        assertTrue(fit.scorePerDecadeBound() >= fit.scorePerDecade());
    }

    @Test
    void tooFewComparisonsGiveNoCalibration() {
        assertThrows(IllegalArgumentException.class, () -> CalibrationFit.of(SMALL));
    }

    /** Impostor scores exponential with mean 8, genuine ones 20 higher. */
    private static Comparisons drawn(int fingers, int perPair) {
        Random random = new Random(3);
        List<Pair> genuine =
                IntStream.range(0, 50 * fingers)
                        .mapToObj(
                                i ->
                                        new Pair(
                                                i % fingers,
                                                i % fingers,
                                                20 - 8 * Math.log(1 - random.nextDouble())))
                        .sorted()
                        .toList();
        List<Pair> impostor =
                IntStream.range(0, fingers * fingers * perPair)
                        .filter(i -> i % fingers != i / fingers % fingers)
                        .mapToObj(
                                i ->
                                        new Pair(
                                                i % fingers,
                                                i / fingers % fingers,
                                                -8 * Math.log(1 - random.nextDouble())))
                        .sorted()
                        .toList();
        return new Comparisons(fingers, genuine, impostor);
    }
}
