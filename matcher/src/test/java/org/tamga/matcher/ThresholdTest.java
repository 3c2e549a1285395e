package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.Calibration;
import org.tamga.matcher.engine.FalseMatchCurve;

class ThresholdTest {
    @Test
    void aStricterTargetNeedsAHigherScore() {
        double previous = 0;
        for (int rate : new int[] {100_000, 10_000, 1000, 100, 10, 1}) {
            double score = Threshold.verification(rate).score();
            assertTrue(score > previous, rate + " per million needs " + score);
            previous = score;
        }
    }

    @Test
    void aLargerGalleryNeedsAHigherScore() {
        assertTrue(
                Threshold.identification(1000, 6000).score()
                        > Threshold.identification(1000, 20).score());
    }

    @Test
    void theSumOfMoreFingersNeedsAHigherScore() {
        double previous = Threshold.identification(1000, 6000).score();
        for (int fingers = 2; fingers <= 4; fingers++) {
            double sum = Threshold.identification(1000, 6000, fingers, 2).score();
            assertTrue(sum > previous, fingers + " fingers need " + sum);
            previous = sum;
        }
    }

    @Test
    void scoreAndRateAreInverse() {
        FalseMatchCurve calibration = Calibration.shipped().symmetric();
        for (double rate : new double[] {0.05, 1e-2, 2e-3, 1e-4, 1e-6, 1e-9}) {
            assertEquals(1, calibration.falseMatchRate(calibration.score(rate)) / rate, 1e-6);
        }
    }

    @Test
    void belowWhatWasMeasuredTheRateRisesToCertaintyAtScoreNought() {
        FalseMatchCurve calibration = Calibration.shipped().directed();
        FalseMatchCurve.Point first = calibration.points().getFirst();
        assertEquals(first.falseMatchRate(), calibration.falseMatchRate(first.score()), 1e-12);
        assertEquals(
                Math.sqrt(first.falseMatchRate()),
                calibration.falseMatchRate(first.score() / 2),
                1e-12);
        assertEquals(1, calibration.falseMatchRate(0));
        assertEquals(1, calibration.falseMatchRate(-3));
    }

    @Test
    void decisionsUseTheBoundsOfEveryCurve() {
        Calibration bounds = Calibration.shippedBounds();
        assertEquals(Calibration.shipped().symmetric().bound(), bounds.symmetric());
        for (int fingers = 1; fingers <= bounds.mostFingers(); fingers++) {
            assertEquals(
                    Calibration.shipped().ofFingers(fingers).bound(), bounds.ofFingers(fingers));
        }
    }

    @Test
    void aScoreThatIsNoneIsNoThreshold() {
        assertThrows(IllegalArgumentException.class, () -> Threshold.ofScore(Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> Threshold.ofScore(Double.NEGATIVE_INFINITY));
    }

    @Test
    void oneToOneStaysOnTheSafeSideOfWhatWasMeasured() {
        FalseMatchCurve measured = Calibration.shipped().symmetric();
        for (int perMillion : new int[] {10_000, 1000, 100, 1}) {
            double safe = Threshold.verification(perMillion).score();
            assertTrue(safe > measured.score(perMillion / 1e6), perMillion + " per million");
        }
    }

    @Test
    void oneToManyStaysOnTheSafeSideOfWhatWasMeasured() {
        for (int fingers = 1; fingers <= 4; fingers++) {
            FalseMatchCurve measured = Calibration.shipped().ofFingers(fingers);
            double safe = Threshold.identification(1000, 3000, fingers, 1).score();
            assertTrue(safe > measured.score(1e-3 / 3000), fingers + " fingers");
        }
    }

    @Test
    void theShippedLikelihoodRatioSpeaksForTheRightSide() {
        Calibration shipped = Calibration.shipped();
        assertTrue(shipped.likelihood().log10Ratio(0) < -1);
        assertTrue(shipped.likelihood().log10Ratio(100) > 3);
        assertTrue(shipped.likelihood().cllr() < 0.5);
    }

    @Test
    void nonsenseTargetsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Threshold.verification(0));
        assertThrows(IllegalArgumentException.class, () -> Threshold.verification(100_001));
        assertThrows(
                IllegalArgumentException.class, () -> Threshold.identification(1000, 3000, 0, 1));
        assertThrows(
                IllegalArgumentException.class, () -> Threshold.identification(1000, 3000, 5, 1));
    }
}
