package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** Galleries too large to be compared exhaustively. */
class LargeGalleryTest {
    private static final int SUBJECTS = 1500;
    private static final Threshold THRESHOLD = Threshold.ofScore(60);
    private static final MadeMinutiae MADE = new MadeMinutiae(11);
    private static final List<Minutiae> RIGHT = fingers();
    private static final List<Minutiae> LEFT = fingers();
    private final FingerGallery gallery = gallery();

    private static List<Minutiae> fingers() {
        List<Minutiae> fingers = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            fingers.add(MADE.scattered(32));
        }
        return fingers;
    }

    private static FingerGallery gallery() {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < SUBJECTS; i++) {
            builder.add("p" + i, 2, MadeMinutiae.template(RIGHT.get(i)));
            builder.add("p" + i, 7, MadeMinutiae.template(LEFT.get(i)));
        }
        return builder.build();
    }

    private static Probe again(Minutiae finger) {
        return Probe.of(MadeMinutiae.template(MADE.impressionOf(finger)));
    }

    @Test
    void mateComesOutFirstWithTheScoreOfTheExactComparison() {
        for (int i = 0; i < SUBJECTS; i += 25) {
            Probe probe = again(LEFT.get(i));
            Identification.Candidate first = gallery.best(probe, 3).getFirst();
            assertEquals("p" + i, first.subject());
            assertEquals(7, first.finger());
            assertEquals(probe.score(MadeMinutiae.template(LEFT.get(i))), first.score());
        }
    }

    @Test
    void twoFingersCountTogether() {
        Probe right = again(RIGHT.get(700));
        Probe left = again(LEFT.get(700));
        Identification.Identified found =
                assertInstanceOf(
                        Identification.Identified.class,
                        gallery.identify(
                                List.of(
                                        new PresentedFinger(2, right),
                                        new PresentedFinger(7, left)),
                                THRESHOLD,
                                () -> false));
        assertEquals("p700", found.subject());
        assertEquals(
                right.score(MadeMinutiae.template(RIGHT.get(700)))
                        + left.score(MadeMinutiae.template(LEFT.get(700))),
                found.score());
    }

    @Test
    void fingerOfANamedPositionIsComparedWithThatPositionOnly() {
        PresentedFinger wrong = new PresentedFinger(2, again(LEFT.get(3)));
        assertInstanceOf(
                Identification.NoMatch.class,
                gallery.identify(List.of(wrong), THRESHOLD, () -> false));
        PresentedFinger unknown = new PresentedFinger(0, wrong.probe());
        assertInstanceOf(
                Identification.Identified.class,
                gallery.identify(List.of(unknown), THRESHOLD, () -> false));
    }

    @Test
    void searchStopsWhenAskedTo() {
        AtomicInteger asked = new AtomicInteger();
        PresentedFinger finger = new PresentedFinger(0, again(RIGHT.get(1)));
        assertThrows(
                CancellationException.class,
                () ->
                        gallery.identify(
                                List.of(finger), THRESHOLD, () -> asked.incrementAndGet() > 2));
    }

    @Test
    void impressionsComeAndGoInTheirOrder() {
        Minutiae stranger = MADE.scattered(30);
        assertInstanceOf(
                Identification.NoMatch.class, gallery.identify(again(stranger), THRESHOLD));
        gallery.add("p5", 3, MadeMinutiae.template(stranger));
        assertEquals(3, gallery.templatesOf("p5").size());
        assertEquals(
                List.of(2, 7),
                List.of(
                        gallery.best(again(RIGHT.get(5)), 1).getFirst().finger(),
                        gallery.best(again(LEFT.get(5)), 1).getFirst().finger()));
        Identification.Candidate first = gallery.best(again(stranger), 1).getFirst();
        assertEquals("p5", first.subject());
        assertEquals(3, first.finger());
        assertTrue(gallery.remove("p5"));
        assertFalse(gallery.remove("p5"));
        assertEquals(List.of(), gallery.templatesOf("p5"));
        assertEquals(SUBJECTS - 1, gallery.size());
        assertEquals(2 * (SUBJECTS - 1), gallery.templates());
        assertInstanceOf(
                Identification.NoMatch.class, gallery.identify(again(stranger), THRESHOLD));
        assertEquals("p6", gallery.best(again(RIGHT.get(6)), 1).getFirst().subject());
    }
}
