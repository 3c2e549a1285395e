package org.tamga.devices.simulator.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A synthetic face")
class SyntheticFaceTest {

    @Test
    @DisplayName("is the same picture for the same seed and capture")
    void deterministic() {
        assertArrayEquals(pixels(31, 2), pixels(31, 2));
    }

    @Test
    @DisplayName("is a portrait of 480 × 640 on a light ground")
    void format() {
        BufferedImage image = SyntheticFace.of(32).capture(0);
        assertEquals(480, image.getWidth());
        assertEquals(640, image.getHeight());
        assertTrue((image.getRGB(470, 40) >> 8 & 0xFF) > 200, "ground");
    }

    @Test
    @DisplayName("differs more between people than between two captures of one person")
    void differs() {
        double own = 0;
        double others = 0;
        for (long seed = 40; seed < 52; seed++) {
            int[] portrait = pixels(seed << 8, 0);
            own += difference(portrait, pixels(seed << 8, 1));
            double other = difference(portrait, pixels((seed + 1) << 8, 0));
            assertTrue(other > 5, "people " + seed + " and the next look alike: " + other);
            others += other;
        }
        assertTrue(others > own, others + " between people, " + own + " within");
    }

    @Test
    @DisplayName("bears a mark that it is a specimen")
    void marked() {
        BufferedImage image = SyntheticFace.of(33).capture(0);
        int dark = 0;
        for (int y = 12; y < 32; y++) {
            for (int x = 14; x < 150; x++) {
                dark += (image.getRGB(x, y) >> 8 & 0xFF) < 190 ? 1 : 0;
            }
        }
        assertTrue(dark > 200, dark + " dark pixels where the mark is");
    }

    private static int[] pixels(long seed, int capture) {
        return SyntheticFace.of(seed).capture(capture).getRGB(0, 0, 480, 640, null, 0, 480);
    }

    private static double difference(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] >> 8 & 0xFF) - (b[i] >> 8 & 0xFF));
        }
        return sum / a.length;
    }
}
