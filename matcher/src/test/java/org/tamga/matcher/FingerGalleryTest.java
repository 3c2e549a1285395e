package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerGalleryTest {
    private static final Threshold THRESHOLD = Threshold.ofScore(60);
    private static final List<FingerTemplate> ENROLLED =
            IntStream.range(0, 12).mapToObj(i -> new DrawnFinger(i).template(0)).toList();

    private static FingerGallery gallery() {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < ENROLLED.size(); i++) {
            builder.add("person-" + i / 2, i % 2 == 0 ? 2 : 7, ENROLLED.get(i));
        }
        return builder.build();
    }

    @Test
    void everyEnrolledFingerIsFoundByAnotherImpression() {
        FingerGallery gallery = gallery();
        for (int i = 0; i < ENROLLED.size(); i++) {
            Identification.Identified found =
                    assertInstanceOf(
                            Identification.Identified.class,
                            gallery.identify(new DrawnFinger(i).template(1), THRESHOLD));
            assertEquals("person-" + i / 2, found.subject());
            assertEquals(i % 2 == 0 ? 2 : 7, found.finger());
            assertTrue(found.score() > found.secondScore());
        }
    }

    @Test
    void aStrangerIsNobody() {
        Identification answer = gallery().identify(new DrawnFinger(99).template(1), THRESHOLD);
        assertInstanceOf(Identification.NoMatch.class, answer);
        assertTrue(answer.bestScore() < answer.threshold());
    }

    @Test
    void whoComesNearestIsToldWhenNobodyIsIdentified() {
        Identification.NoMatch answer =
                assertInstanceOf(
                        Identification.NoMatch.class,
                        gallery()
                                .identify(new DrawnFinger(3).template(1), Threshold.ofScore(1000)));
        Identification.Candidate nearest = answer.best().orElseThrow();
        assertEquals("person-1", nearest.subject());
        assertEquals(7, nearest.finger());
        assertEquals(answer.bestScore(), nearest.score());
    }

    @Test
    void aBuilderBuildsOneGallery() {
        FingerGallery.Builder builder = FingerGallery.builder().add("a", 1, ENROLLED.getFirst());
        builder.build();
        assertThrows(IllegalStateException.class, builder::build);
        assertThrows(IllegalStateException.class, () -> builder.add("b", 1, ENROLLED.getFirst()));
    }

    @Test
    void aSumIsOfOneToTenDifferentFingers() {
        FingerGallery gallery = gallery();
        Probe probe = Probe.of(ENROLLED.getFirst());
        PresentedFinger named = new PresentedFinger(2, probe);
        PresentedFinger unknown = new PresentedFinger(0, probe);
        for (List<PresentedFinger> fingers :
                List.of(
                        List.<PresentedFinger>of(),
                        Collections.nCopies(11, unknown),
                        List.of(named, unknown, named))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> gallery.identify(fingers, THRESHOLD, () -> false));
        }
        gallery.identify(List.of(named, unknown, unknown), THRESHOLD, () -> false);
    }

    @Test
    void theThresholdOfASumCountsTheTemplatesOfTheSubjectThatHasMost() {
        FingerGallery gallery = gallery();
        assertEquals(
                Threshold.identification(1000, 12).score(), gallery.threshold(1000, 1).score());
        double two = gallery.threshold(1000, 2).score();
        assertEquals(Threshold.identification(1000, 12, 2, 2).score(), two);
        for (int i = 0; i < 6; i++) {
            gallery.add("person-3", 1, ENROLLED.get(i));
        }
        assertEquals(
                Threshold.identification(1000, 18, 2, 8).score(),
                gallery.threshold(1000, 2).score());
        gallery.remove("person-3");
        assertTrue(gallery.threshold(1000, 2).score() < two, "two again, of fewer subjects");
        assertEquals(
                Threshold.identification(1000, 1, 2, 1).score(),
                FingerGallery.builder().build().threshold(1000, 2).score());
    }

    @Test
    void theScoreIsThatOfAnExhaustiveSearch() {
        Probe probe = Probe.of(new DrawnFinger(3).template(2));
        double best = ENROLLED.stream().mapToDouble(probe::score).max().orElseThrow();
        assertEquals(best, gallery().identify(probe, THRESHOLD).bestScore());
    }

    @Test
    void theSameFingerUnderTwoNamesIsAmbiguous() {
        FingerGallery gallery = gallery();
        gallery.add("double", 2, ENROLLED.get(0));
        Identification.Ambiguous answer =
                assertInstanceOf(
                        Identification.Ambiguous.class,
                        gallery.identify(new DrawnFinger(0).template(1), THRESHOLD));
        assertEquals(2, answer.subjects().size());
    }

    @Test
    void aRemovedSubjectIsFoundNoMore() {
        FingerGallery gallery = gallery();
        assertTrue(gallery.remove("person-0"));
        assertFalse(gallery.remove("person-0"));
        assertEquals(5, gallery.size());
        assertEquals(10, gallery.templates());
        assertInstanceOf(
                Identification.NoMatch.class,
                gallery.identify(new DrawnFinger(0).template(1), THRESHOLD));
    }

    @Test
    void anEmptyGalleryAndOneOfASingleSubjectWork() {
        FingerGallery gallery = FingerGallery.builder().build();
        FingerTemplate probe = new DrawnFinger(0).template(1);
        assertEquals(
                new Identification.NoMatch(Optional.empty(), THRESHOLD.score()),
                gallery.identify(probe, THRESHOLD));
        gallery.add("only", 2, ENROLLED.get(0));
        assertInstanceOf(Identification.Identified.class, gallery.identify(probe, THRESHOLD));
    }

    @Test
    void searchesGoOnWhileSubjectsComeAndGo() {
        FingerGallery gallery = gallery();
        Probe probe = Probe.of(new DrawnFinger(4).template(1));
        CompletableFuture<Void> changes =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 2000; i++) {
                                gallery.add("guest-" + i % 20, 1, ENROLLED.get(11));
                                gallery.remove("guest-" + (i + 7) % 20);
                            }
                        });
        do {
            assertEquals(
                    "person-2",
                    assertInstanceOf(
                                    Identification.Identified.class,
                                    gallery.identify(probe, THRESHOLD))
                            .subject());
        } while (!changes.isDone());
        changes.join();
    }

    @Test
    void aReplacedSubjectIsAlwaysThereWithItsOldFingersOrItsNewOnes() {
        FingerGallery gallery = gallery();
        Probe unchanged = Probe.of(new DrawnFinger(4).template(1));
        Probe changing = Probe.of(new DrawnFinger(5).template(1));
        FingerImpression kept = new FingerImpression(FingerPosition.of(2).get(), ENROLLED.get(4));
        FingerImpression old = new FingerImpression(FingerPosition.of(7).get(), ENROLLED.get(5));
        FingerImpression other = new FingerImpression(FingerPosition.of(7).get(), ENROLLED.get(0));
        CompletableFuture<Void> changes =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 1001; i++) {
                                gallery.replace(
                                        "person-2", List.of(kept, i % 2 == 0 ? other : old));
                            }
                        });
        do {
            assertInstanceOf(
                    Identification.Identified.class, gallery.identify(unchanged, THRESHOLD));
            assertEquals(12, gallery.templates());
        } while (!changes.isDone());
        changes.join();
        assertInstanceOf(Identification.NoMatch.class, gallery.identify(changing, THRESHOLD));
        assertThrows(IllegalArgumentException.class, () -> gallery.replace("person-2", List.of()));
    }
}
