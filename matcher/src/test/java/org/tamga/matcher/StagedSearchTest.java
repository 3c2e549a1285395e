package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** Galleries searched in all stages, of templates with two minutiae sets as extraction gives. */
class StagedSearchTest {
    private static final int SUBJECTS = 300;
    private static final Threshold THRESHOLD = Threshold.ofScore(60);

    private final MadeMinutiae made = new MadeMinutiae(23);
    private final List<FingerTemplate> right = fingers();
    private final List<FingerTemplate> left = fingers();
    private final FingerGallery gallery = gallery();

    private List<FingerTemplate> fingers() {
        List<FingerTemplate> fingers = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            Minutiae finger = made.scattered(32);
            fingers.add(template(finger, made.impressionOf(finger)));
        }
        return fingers;
    }

    private FingerGallery gallery() {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < SUBJECTS; i++) {
            builder.add("p" + i, 2, right.get(i));
            builder.add("p" + i, 7, left.get(i));
        }
        return builder.build();
    }

    private static FingerTemplate template(Minutiae fine, Minutiae broad) {
        return FingerTemplate.of(
                List.of(
                        new MinutiaeSet(MinutiaeSet.Kind.FINE, fine),
                        new MinutiaeSet(MinutiaeSet.Kind.BROAD, broad)));
    }

    /** Another impression, in both sets. */
    private Probe again(FingerTemplate finger) {
        Function<Integer, Minutiae> moved =
                set -> made.impressionOf(finger.sets().get(set).minutiae());
        return Probe.of(template(moved.apply(0), moved.apply(1)));
    }

    @Test
    void oneFingerOfTwoSetsHasTheBestScoreOfAnExhaustiveSearch() {
        for (int i = 0; i < SUBJECTS; i += 20) {
            Probe probe = again(left.get(i));
            Identification.Candidate first = gallery.best(probe, 4).getFirst();
            assertEquals("p" + i, first.subject());
            assertEquals(7, first.finger());
            assertEquals(probe.score(left.get(i)), first.score());
            assertEquals(exhaustively(probe), first.score());
            assertNotEquals(
                    probe.score(MadeMinutiae.firstSet(left.get(i))),
                    first.score(),
                    "the second set counts");
        }
    }

    private double exhaustively(Probe probe) {
        double best = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            best = Math.max(best, Math.max(probe.score(right.get(i)), probe.score(left.get(i))));
        }
        return best;
    }

    @Test
    void twoFingersOfTwoSetsHaveTheBestSumOfAnExhaustiveSearch() {
        for (int i = 10; i < SUBJECTS; i += 20) {
            Probe one = again(right.get(i));
            Probe other = again(left.get(i));
            double best = 0;
            for (int s = 0; s < SUBJECTS; s++) {
                best = Math.max(best, one.score(right.get(s)) + other.score(left.get(s)));
            }
            Identification answer =
                    gallery.identify(
                            List.of(new PresentedFinger(2, one), new PresentedFinger(7, other)),
                            THRESHOLD,
                            () -> false);
            Identification.Identified found =
                    assertInstanceOf(Identification.Identified.class, answer);
            assertEquals("p" + i, found.subject());
            assertEquals(best, found.score());
            assertTrue(found.secondScore() < found.score());
        }
    }

    @Test
    void whoIsReplacedIsFoundByTheNewFingersOnly() {
        Probe old = again(right.get(30));
        FingerTemplate renewed = template(made.scattered(32), made.scattered(32));
        gallery.replace(
                "p30", List.of(new FingerImpression(FingerPosition.of(2).orElseThrow(), renewed)));
        assertInstanceOf(Identification.NoMatch.class, gallery.identify(old, THRESHOLD));
        Probe probe = again(renewed);
        Identification.Candidate first = gallery.best(probe, 1).getFirst();
        assertEquals("p30", first.subject());
        assertEquals(probe.score(renewed), first.score());
        assertEquals(2 * SUBJECTS - 1, gallery.templates());
    }

    @Test
    void whoIsRemovedIsFoundNoMoreAndTheOthersAre() {
        Probe gone = again(left.get(40));
        assertTrue(gallery.remove("p40"));
        assertInstanceOf(Identification.NoMatch.class, gallery.identify(gone, THRESHOLD));
        for (int i = 39; i <= 41; i += 2) {
            Probe probe = again(left.get(i));
            assertEquals(probe.score(left.get(i)), gallery.best(probe, 1).getFirst().score());
        }
    }

    @Test
    void aProbeWithoutMinutiaeIsNobodyAtOnce() {
        Probe empty = Probe.of(template(made.scattered(0), made.scattered(30)));
        assertEquals(List.of(), gallery.best(empty, 4));
        assertEquals(
                new Identification.NoMatch(Optional.empty(), 60),
                gallery.identify(empty, THRESHOLD));
    }

    @Test
    void aFingerThatSaysNothingTakesNothingFromTheOther() {
        Probe empty = Probe.of(template(made.scattered(0), made.scattered(0)));
        Probe probe = again(left.get(50));
        Identification answer =
                gallery.identify(
                        List.of(new PresentedFinger(2, empty), new PresentedFinger(7, probe)),
                        THRESHOLD,
                        () -> false);
        assertEquals(probe.score(left.get(50)), answer.bestScore());
    }

    @Test
    void aFingerOfAPositionThatNobodyHasIsNobodys() {
        PresentedFinger thumb = new PresentedFinger(1, again(left.get(60)));
        Identification answer = gallery.identify(List.of(thumb), THRESHOLD, () -> false);
        assertEquals(new Identification.NoMatch(Optional.empty(), 60), answer);
    }
}
