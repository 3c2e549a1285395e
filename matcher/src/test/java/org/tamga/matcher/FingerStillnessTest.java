package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.FingerStillness.Best;
import org.tamga.matcher.FingerStillness.Frame;

@DisplayName("A finger under a live scanner")
class FingerStillnessTest {
    private static final GrayImage FINGER = new DrawnFinger(3).impression(0);
    private static final int FRAME_MILLIS = 100;

    @Test
    @DisplayName("lies still from the first frame that equals the one before, noise aside")
    void still() {
        List<Frame> frames = frames(0, 0, 0, 0, 0);
        assertEquals(Duration.ZERO, frames.getFirst().still());
        assertEquals(Duration.ofMillis(400), frames.getLast().still());
        assertTrue(frames.get(2).quality().reasons().contains(QualityReason.MOVING));
        assertFalse(frames.get(3).quality().reasons().contains(QualityReason.MOVING));
    }

    @Test
    @DisplayName("begins anew whenever it slides, and the slide is measured")
    void sliding() {
        List<Frame> frames = frames(0, 0, 0, 8, 8, 8);
        assertEquals(0.41, frames.get(3).moved().orElseThrow(), 0.06);
        assertEquals(Duration.ZERO, frames.get(3).still());
        assertEquals(Duration.ofMillis(200), frames.getLast().still());
    }

    @Test
    @DisplayName("has moved when two frames have nothing in common")
    void jumped() {
        List<Frame> frames = frames(0, 0, 0, 0, 60);
        assertEquals(Optional.empty(), frames.getLast().moved());
        assertEquals(Duration.ZERO, frames.getLast().still());
    }

    @Test
    @DisplayName("is not there on empty glass, which never counts as still")
    void empty() {
        byte[] white = new byte[300 * 300];
        Arrays.fill(white, (byte) 250);
        try (FingerStillness stillness = new FingerStillness()) {
            for (int i = 0; i < 5; i++) {
                Frame frame =
                        stillness.add(
                                new GrayImage(300, 300, 500, white),
                                Duration.ofMillis((long) i * FRAME_MILLIS));
                assertEquals(Duration.ZERO, frame.still());
            }
            assertEquals(Optional.empty(), stillness.best());
        }
    }

    @Test
    @DisplayName("is taken in its best frame after it has settled, not in a better one before")
    void best() {
        try (FingerStillness stillness = new FingerStillness()) {
            GrayImage half = halfOf(FINGER);
            add(stillness, FINGER, 0);
            for (int i = 1; i <= 5; i++) {
                add(stillness, half, i);
            }
            Best found = stillness.best().orElseThrow();
            assertEquals(4, found.index());
            assertEquals(FingerQuality.of(half).score(), found.quality().score());
        }
    }

    @Test
    @DisplayName("cannot be followed backwards in time or through changing sizes")
    void wrongUse() {
        try (FingerStillness stillness = new FingerStillness()) {
            add(stillness, FINGER, 2);
            assertThrows(IllegalArgumentException.class, () -> add(stillness, FINGER, 1));
            GrayImage other = new GrayImage(200, 200, 500, halfOf(FINGER, 200 * 200));
            assertThrows(IllegalArgumentException.class, () -> add(stillness, other, 3));
        }
    }

    private static List<Frame> frames(int... offsets) {
        List<Frame> frames = new ArrayList<>();
        try (FingerStillness stillness = new FingerStillness()) {
            for (int i = 0; i < offsets.length; i++) {
                frames.add(add(stillness, shifted(offsets[i], i), i));
            }
        }
        return frames;
    }

    private static Frame add(FingerStillness stillness, GrayImage image, int index) {
        return stillness.add(image, Duration.ofMillis((long) index * FRAME_MILLIS));
    }

    /** Moved right by pixels, with a sensor's noise that differs from frame to frame. */
    private static GrayImage shifted(int pixels, int noise) {
        Random random = new Random(noise);
        byte[] moved = new byte[FINGER.pixels().length];
        for (int y = 0; y < FINGER.height(); y++) {
            for (int x = 0; x < FINGER.width(); x++) {
                int grey =
                        FINGER.at(Math.clamp(x - pixels, 0, FINGER.width() - 1), y)
                                + (int) (8 * random.nextGaussian());
                moved[y * FINGER.width() + x] = (byte) Math.clamp(grey, 0, 255);
            }
        }
        return new GrayImage(FINGER.width(), FINGER.height(), 500, moved);
    }

    private static GrayImage halfOf(GrayImage image) {
        return new GrayImage(
                image.width(), image.height(), 500, halfOf(image, image.pixels().length));
    }

    /** The lower half is empty glass. */
    private static byte[] halfOf(GrayImage image, int length) {
        byte[] pixels = Arrays.copyOf(image.pixels(), length);
        Arrays.fill(pixels, length / 2, length, (byte) 245);
        return pixels;
    }
}
