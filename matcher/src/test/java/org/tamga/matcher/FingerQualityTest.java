package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        assertTrue(quality.score() < good.score(), quality.toString());
    }

    private static void assertEmpty(GrayImage image) {
        assertEquals(new FingerQuality(0, Set.of(QualityReason.EMPTY)), FingerQuality.of(image));
    }
}
