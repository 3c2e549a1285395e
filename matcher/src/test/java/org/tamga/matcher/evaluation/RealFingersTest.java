package org.tamga.matcher.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.TestData;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.engine.SumCurve;

/** On FVC2002 DB1 B, where it is present. */
class RealFingersTest {
    @Test
    void realFingersAreToldApartAsWellAsStockSourceAfisDoes() throws IOException {
        FingerSet set =
                FingerSet.read(
                        ImpressionFile.in(TestData.require("fingerprints/fvc2002-db1_b")),
                        500,
                        () -> {});
        assertEquals(80, set.samples().size());
        assertEquals(10, set.fingers());
        ScoreMatrix scores = ScoreMatrix.of(set, () -> {});
        Comparisons comparisons = scores.directed();
        assertEquals(280, comparisons.genuine().size());
        assertEquals(2880, comparisons.impostor().size());
        double eer = ErrorCurve.of(comparisons).equalErrorRate();
        assertTrue(eer < 0.028, "EER " + eer);
        double symmetric = ErrorCurve.of(scores.symmetric()).equalErrorRate();
        assertTrue(symmetric <= eer + 0.003, "EER of both directions " + symmetric);

        FalseMatchCurve single = CalibrationFit.of(comparisons);
        SumCurve sum = SumFit.of(scores, 2, single, finger -> true);
        for (SumFit.Check check : SumFit.checks(scores, single, List.of(sum))) {
            assertTrue(check.measured() > single.score(check.rate()), check.toString());
            assertTrue(check.measured() < check.bound(), check.toString());
        }
    }
}
