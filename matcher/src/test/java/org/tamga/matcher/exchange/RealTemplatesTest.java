package org.tamga.matcher.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;
import org.tamga.matcher.Probe;
import org.tamga.matcher.TestData;

/** On FVC2002 DB1 B, where it is present: scores across formats. */
class RealTemplatesTest {
    private static final int FINGERS = 10;

    @Test
    void genuineScoresAcrossFormatsStayNearNativeOnes() {
        List<FingerTemplate> probes = templates(1);
        List<FingerTemplate> enrolled = templates(2);
        for (ExchangeFormat format : ExchangeFormat.values()) {
            double before = 0;
            double after = 0;
            double strangers = 0;
            for (int i = 0; i < FINGERS; i++) {
                FingerTemplate other = throughFile(enrolled.get(i), format);
                Probe probe = Probe.of(probes.get(i));
                before += probe.score(throughFile(enrolled.get(i), ExchangeFormat.NATIVE));
                after += probe.score(other);
                strangers =
                        Math.max(strangers, Probe.of(probes.get((i + 1) % FINGERS)).score(other));
            }
            if (format != ExchangeFormat.TAMGA) {
                assertEquals(1, after / before, 0.03, "genuine scores by " + format);
            }
            assertTrue(strangers < 30, format + ": a stranger scores " + strangers);
        }
    }

    private static List<FingerTemplate> templates(int impression) {
        List<FingerTemplate> templates = new ArrayList<>();
        for (int finger = 101; finger <= 100 + FINGERS; finger++) {
            var file =
                    TestData.require(
                            "fingerprints/fvc2002-db1_b/" + finger + "_" + impression + ".tif");
            try (GrayImage image =
                    assertInstanceOf(ImageReading.Read.class, ImageFiles.read(file, 500)).image()) {
                templates.add(FingerTemplate.extract(image));
            }
        }
        return templates;
    }

    private static FingerTemplate throughFile(FingerTemplate template, ExchangeFormat format) {
        byte[] bytes =
                TemplateExchangeTest.exported(
                        List.of(new FingerImpression(FingerPosition.LEFT_INDEX, template)), format);
        return TemplateExchangeTest.imported(bytes).impressions().getFirst().template();
    }
}
