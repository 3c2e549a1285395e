package org.tamga.matcher.engine.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.matcher.engine.flat.Minutiae;

class MinutiaeExtractorTest {
    private static final int SIDE = 240;

    @Test
    void straightRidgesHaveNoMinutiae() {
        assertEquals(0, extract(500, SIDE, ridges(0.4, 9, false)).count());
    }

    @Test
    void oneRidgeMoreOnOneSideIsOneMinutiaWhereItBegins() {
        Minutiae found = extract(500, SIDE, ridges(0, 9, true));
        assertEquals(1, found.count());
        assertEquals(SIDE / 2.0, found.x(0), 6);
        assertEquals(SIDE / 2.0, found.y(0), 6);
        double alongRidges = Math.abs(Math.sin(found.direction(0)));
        assertTrue(alongRidges > 0.9, "direction " + found.direction(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 500, 1000})
    void resolutionDoesNotMoveMinutiae(int dpi) {
        int side = SIDE * dpi / 500;
        Minutiae found = extract(dpi, side, ridges(side, 0, 9 * dpi / 500.0, true));
        assertEquals(1, found.count());
        assertEquals(SIDE, found.width());
        assertEquals(SIDE / 2.0, found.x(0), 8);
        assertEquals(SIDE / 2.0, found.y(0), 8);
    }

    @Test
    void theSizeOfTheBackgroundChangesNothing() {
        byte[] finger = ridges(0, 9, true);
        byte[] wide = new byte[4 * SIDE * SIDE];
        Arrays.fill(wide, (byte) 255);
        byte[] narrow = wide.clone();
        for (int y = 0; y < SIDE; y++) {
            System.arraycopy(finger, y * SIDE, wide, (y + 100) * 2 * SIDE + 130, SIDE);
            System.arraycopy(finger, y * SIDE, narrow, (y + 30) * 2 * SIDE + 40, SIDE);
        }
        Minutiae there = extract(500, 2 * SIDE, wide);
        Minutiae here = extract(500, 2 * SIDE, narrow);
        assertEquals(here.count(), there.count());
        assertTrue(here.count() >= 1);
    }

    @Test
    void theImageIsLeftAsItWas() {
        byte[] image = ridges(1, 8, true);
        byte[] before = image.clone();
        extract(500, SIDE, image);
        assertTrue(Arrays.equals(before, image));
    }

    @Test
    void noiseBlackAndTinyImagesGiveFewMinutiaeAndNoError() {
        byte[] noise = new byte[SIDE * SIDE];
        new Random(1).nextBytes(noise);
        assertTrue(extract(500, SIDE, noise).count() <= MinutiaeSelection.MOST);
        assertEquals(0, extract(500, SIDE, new byte[SIDE * SIDE]).count());
        for (int side = 1; side < 70; side += 4) {
            byte[] tiny = new byte[side * side];
            new Random(side).nextBytes(tiny);
            assertTrue(extract(500, side, tiny).count() <= MinutiaeSelection.MOST);
            assertTrue(extract(100, side, tiny).count() <= MinutiaeSelection.MOST);
        }
    }

    private static Minutiae extract(double dpi, int side, byte[] pixels) {
        return MinutiaeExtractor.extract(side, side, dpi, pixels, ExtractionSettings.FINE);
    }

    private static byte[] ridges(double angle, double period, boolean dislocation) {
        return ridges(SIDE, angle, period, dislocation);
    }

    /** A plane wave; its phase winds once around the centre where it has a dislocation. */
    private static byte[] ridges(int side, double angle, double period, boolean dislocation) {
        byte[] pixels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double across = x * Math.cos(angle) + y * Math.sin(angle);
                double phase = 2 * Math.PI * across / period;
                phase += dislocation ? Math.atan2(y - side / 2.0, x - side / 2.0) : 0;
                pixels[y * side + x] = (byte) Math.round(128 + 100 * Math.cos(phase));
            }
        }
        return pixels;
    }
}
