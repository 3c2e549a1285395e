package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.matcher.face.FaceVectorTest.MODEL;
import static org.tamga.matcher.face.FaceVectorTest.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.matcher.face.FaceGallery.Candidate;
import org.tamga.matcher.face.FaceGallery.Precision;
import org.tamga.matcher.face.model.ModelCatalogue;

@DisplayName("A gallery of faces")
class FaceGalleryTest {
    private static final double TOLERANCE = 0.004;

    @ParameterizedTest
    @EnumSource
    @DisplayName("ranks as an exhaustive comparison does, over several blocks")
    void ranks(Precision precision) {
        try (FaceGallery gallery = new FaceGallery(MODEL, precision)) {
            List<FaceVector> vectors = new ArrayList<>();
            for (int i = 0; i < FaceRows.SIZE + 904; i++) {
                vectors.add(random(MODEL, i));
                gallery.add("s" + i, vectors.get(i));
            }
            FaceVector probe = random(MODEL, 4711);
            List<Candidate> found = gallery.search(probe, 10);
            double[] exact = vectors.stream().mapToDouble(probe::cosine).sorted().toArray();
            assertEquals(10, found.size());
            assertEquals("s4711", found.getFirst().subject());
            assertTrue(found.getFirst().alert());
            assertFalse(found.get(1).alert());
            for (int i = 0; i < 10; i++) {
                assertEquals(exact[exact.length - 1 - i], found.get(i).cosine(), TOLERANCE);
            }
            assertEquals(
                    found,
                    found.stream()
                            .sorted(Comparator.comparingDouble(Candidate::cosine).reversed())
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("names a subject with several pictures once, and forgets all of them at once")
    void several(Precision precision) {
        try (FaceGallery gallery = new FaceGallery(MODEL, precision)) {
            for (int i = 0; i < 30; i++) {
                gallery.add("s" + i % 10, random(MODEL, i));
            }
            assertEquals(10, gallery.search(random(MODEL, 13), 20).size());
            assertEquals("s3", gallery.search(random(MODEL, 13), 1).getFirst().subject());
            assertTrue(gallery.remove("s3"));
            assertFalse(gallery.remove("s3"));
            assertEquals(27, gallery.size());
            for (int i = 0; i < 30; i++) {
                boolean there = gallery.search(random(MODEL, i), 1).getFirst().cosine() > 0.99;
                assertEquals(i % 10 != 3, there, "picture " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("works with nobody and with one")
    void small(Precision precision) {
        try (FaceGallery gallery = new FaceGallery(MODEL, precision)) {
            assertEquals(List.of(), gallery.search(random(MODEL, 1), 5));
            gallery.add("only", random(MODEL, 1));
            assertEquals(1, gallery.search(random(MODEL, 2), 5).size());
            assertTrue(gallery.remove("only"));
            assertEquals(List.of(), gallery.search(random(MODEL, 1), 5));
        }
    }

    @Test
    @DisplayName("takes only one network's vectors")
    void other_network() {
        try (FaceGallery gallery = new FaceGallery(MODEL, Precision.INT8)) {
            FaceVector other =
                    random(ModelCatalogue.shipped().named("mobileface_v2").orElseThrow(), 1);
            assertThrows(IllegalArgumentException.class, () -> gallery.add("x", other));
            assertThrows(IllegalArgumentException.class, () -> gallery.search(other, 1));
        }
    }
}
