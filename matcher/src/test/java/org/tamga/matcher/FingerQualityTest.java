package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.matcher.evaluation.ImpressionFile;

class FingerQualityTest {
    private static final DrawnFinger FINGER = new DrawnFinger(1);

    @Test
    void aCleanFingerHasNoReasons() {
        FingerQuality quality = FingerQuality.of(FINGER.impression(0));
        assertEquals(Set.of(), quality.reasons());
        assertTrue(quality.score() >= 80, quality.toString());
    }

    @Test
    void whiteBlackAndTinyImagesAreEmpty() {
        byte[] white = new byte[300 * 300];
        Arrays.fill(white, (byte) 255);
        assertEmpty(new GrayImage(300, 300, 500, white));
        assertEmpty(new GrayImage(300, 300, 500, new byte[300 * 300]));
        assertEmpty(new GrayImage(1, 1, 500, new byte[1]));
    }

    @Test
    void noiseIsNoFinger() {
        byte[] noise = new byte[300 * 300];
        new Random(1).nextBytes(noise);
        FingerQuality quality = FingerQuality.of(new GrayImage(300, 300, 500, noise));
        assertTrue(quality.score() < 40, quality.toString());
    }

    @Test
    void palePrintsLackContrast() {
        assertReason(QualityReason.LOW_CONTRAST, FINGER.impression(0, 17, 0, 150, 185));
    }

    @Test
    void thinRidgesAreDryAndRunningOnesWet() {
        assertReason(QualityReason.DRY, FINGER.impression(0, 110, 0.8, 150, 185));
        assertReason(QualityReason.WET, FINGER.impression(0, 110, -0.8, 150, 185));
    }

    @Test
    void thinRidgesOnASmallContactArePressureNotDryness() {
        GrayImage light = FINGER.impression(0, 110, 0.8, 80, 90);
        assertReason(QualityReason.TOO_LIGHT, light);
        assertNoReason(QualityReason.DRY, light);
        assertReason(QualityReason.DRY, FINGER.impression(0, 110, 0.8, 150, 185));
    }

    @Test
    void thickRidgesOnAContactLargerThanUsualArePressureNotMoisture() {
        GrayImage hard = FINGER.impression(0, 110, -0.8, 400, 400);
        assertReason(QualityReason.TOO_HARD, hard);
        assertNoReason(QualityReason.WET, hard);
        assertReason(QualityReason.WET, FINGER.impression(0, 110, -0.8, 120, 150));
    }

    @Test
    void aFilmOfWaterIsWetAndNotOnlyPartOfAFinger() {
        GrayImage image = FINGER.impression(0);
        Random random = new Random(3);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (byte) (134 + (image.pixels()[i] & 0xff) / 16 + random.nextInt(64));
        }
        FingerQuality quality = FingerQuality.of(image);
        assertEquals(QualityReason.WET, quality.reasons().iterator().next(), quality.toString());
        assertTrue(quality.score() < 20, quality.toString());
    }

    @Test
    void aSmearedPrintScoresLow() {
        GrayImage sharp = FINGER.impression(1);
        byte[] smeared = new byte[sharp.pixels().length];
        for (int i = 0; i < smeared.length; i++) {
            int sum = 0;
            for (int s = 0; s < 18; s++) {
                int from = Math.max(0, i - s * sharp.width());
                sum += sharp.pixels()[from] & 0xff;
            }
            smeared[i] = (byte) (sum / 18);
        }
        FingerQuality quality =
                FingerQuality.of(new GrayImage(sharp.width(), sharp.height(), 500, smeared));
        assertTrue(quality.score() < FingerQuality.of(sharp).score() - 25, quality.toString());
    }

    @Test
    void whiteRidgesOnABlackGroundAreANegative() {
        GrayImage image = FINGER.impression(0, 110, 0, 110, 140);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] ^= (byte) 0xff;
        }
        assertEquals(new FingerQuality(0, Set.of(QualityReason.INVERTED)), FingerQuality.of(image));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fvc2002-db1_b", "fvc2002-db3_b", "fvc2004-db1_b"})
    void ofRealPrintsEveryNegativeIsNoticedAndNoPositiveTakenForOne(String set) throws IOException {
        for (ImpressionFile file :
                ImpressionFile.in(TestData.require("fingerprints").resolve(set))) {
            try (GrayImage image =
                    assertInstanceOf(ImageReading.Read.class, ImageFiles.read(file.path(), 500))
                            .image()) {
                assertNoReason(QualityReason.INVERTED, image);
                for (int i = 0; i < image.pixels().length; i++) {
                    image.pixels()[i] ^= (byte) 0xff;
                }
                assertReason(QualityReason.INVERTED, image);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 300, 800, 1000, 1200})
    void anotherResolutionThanTheImagesIsNoticedAndTheRightOneGuessed(double dpi) {
        GrayImage image = said(FINGER.impression(0), dpi);
        assertEquals(
                new FingerQuality(0, Set.of(QualityReason.WRONG_RESOLUTION)),
                FingerQuality.of(image));
        assertEquals(500, FingerQuality.likelyDpi(image).orElseThrow(), 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fvc2002-db1_b", "fvc2002-db3_b", "fvc2004-db1_b"})
    void ofRealPrintsNoneHasAWrongResolutionAndNearlyAllOfHalfOrDouble(String set)
            throws IOException {
        int noticed = 0;
        int all = 0;
        for (ImpressionFile file :
                ImpressionFile.in(TestData.require("fingerprints").resolve(set))) {
            try (GrayImage image =
                    assertInstanceOf(ImageReading.Read.class, ImageFiles.read(file.path(), 500))
                            .image()) {
                assertNoReason(QualityReason.WRONG_RESOLUTION, image);
                for (double dpi : new double[] {250, 1000}) {
                    all++;
                    noticed += isOfWrongResolution(said(image, dpi)) ? 1 : 0;
                }
            }
        }
        assertTrue(noticed >= 0.9 * all, noticed + " of " + all);
    }

    private static boolean isOfWrongResolution(GrayImage image) {
        return FingerQuality.of(image).reasons().contains(QualityReason.WRONG_RESOLUTION);
    }

    private static GrayImage said(GrayImage image, double dpi) {
        return new GrayImage(image.width(), image.height(), dpi, image.pixels());
    }

    @Test
    void aSmallContactIsPartial() {
        assertReason(QualityReason.PARTIAL, FINGER.impression(0, 110, 0, 55, 65));
    }

    @Test
    void aFingerAtTheEdgeIsOffCentre() {
        GrayImage image = FINGER.impression(0, 110, 0, 150, 185);
        for (int y = 0; y < image.height(); y++) {
            for (int x = image.width() / 2; x < image.width(); x++) {
                image.pixels()[y * image.width() + x] = (byte) 245;
            }
        }
        assertReason(QualityReason.OFF_CENTRE, image);
        assertReason(QualityReason.TOO_FAR_LEFT, image);
    }

    @Test
    void aStripIsTooSmall() {
        byte[] strip = new byte[300 * 100];
        System.arraycopy(FINGER.impression(0).pixels(), 300 * 120, strip, 0, strip.length);
        assertReason(QualityReason.TOO_SMALL, new GrayImage(300, 100, 500, strip));
    }

    private static void assertReason(QualityReason reason, GrayImage image) {
        FingerQuality quality = FingerQuality.of(image);
        FingerQuality good = FingerQuality.of(FINGER.impression(0));
        assertTrue(quality.reasons().contains(reason), quality.toString());
        assertTrue(quality.score() <= good.score(), quality.toString());
    }

    private static void assertNoReason(QualityReason reason, GrayImage image) {
        FingerQuality quality = FingerQuality.of(image);
        assertFalse(quality.reasons().contains(reason), quality.toString());
    }

    private static void assertEmpty(GrayImage image) {
        assertEquals(new FingerQuality(0, Set.of(QualityReason.EMPTY)), FingerQuality.of(image));
    }
}
