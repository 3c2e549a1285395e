package org.tamga.matcher.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.LikelihoodCurve;
import org.tamga.matcher.evaluation.Comparisons.Pair;

class LikelihoodFitTest {
    /** Normal scores of mean 4 and 0, deviation 1: the ratio is e^(4s − 8) exactly. */
    private static Comparisons normal(int count, long seed) {
        Random random = new Random(seed);
        return new Comparisons(
                2,
                IntStream.range(0, count)
                        .mapToObj(i -> new Pair(0, 0, 4 + random.nextGaussian()))
                        .sorted()
                        .toList(),
                IntStream.range(0, 10 * count)
                        .mapToObj(i -> new Pair(0, 1, random.nextGaussian()))
                        .sorted()
                        .toList());
    }

    private static LikelihoodCurve fitted(int count) {
        return new LikelihoodCurve(count, LikelihoodFit.points(normal(count, 5)), Double.NaN);
    }

    @Test
    void aKnownRatioIsFoundAgain() {
        LikelihoodCurve curve = fitted(20_000);
        for (double score : new double[] {1.2, 1.6, 2, 2.4, 2.8}) {
            assertEquals((4 * score - 8) / Math.log(10), curve.log10Ratio(score), 0.25);
        }
    }

    @Test
    void noRatioExceedsWhatTheNumberOfComparisonsSupports() {
        LikelihoodCurve curve = fitted(1000);
        assertTrue(curve.log10Ratio(1e9) <= Math.log10(10_001));
        assertTrue(curve.log10Ratio(1e9) > 2);
        assertTrue(curve.log10Ratio(-1e9) >= -Math.log10(1001));
    }

    @Test
    void goodRatiosCostLittleAndBadOnesMuch() {
        Comparisons unseen = normal(2000, 6);
        assertTrue(LikelihoodFit.cllr(fitted(2000), unseen) < 0.12);
        var nothing = new LikelihoodCurve(1, List.of(new LikelihoodCurve.Point(0, 0)), 1);
        assertEquals(1, LikelihoodFit.cllr(nothing, unseen), 1e-9);
    }

    @Test
    void tooFewGenuineScoresGiveNoRatio() {
        assertThrows(IllegalArgumentException.class, () -> LikelihoodFit.points(normal(10, 1)));
    }
}
