package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.matcher.face.TestModels.orl;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel.Images;

@DisplayName("Verification of faces")
class FaceVerifierTest {
    @TempDir Path folder;

    @Test
    @DisplayName("accepts the same person and rejects another one")
    void decides() {
        ModelStore store = TestModels.store(folder, TestModels.YUNET, TestModels.REID);
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 100)) {
            for (int person = 1; person <= 8; person++) {
                assertInstanceOf(
                        FaceComparison.Accepted.class,
                        verifier.compare(orl(person, 1), orl(person, 2)));
                assertInstanceOf(
                        FaceComparison.Rejected.class,
                        verifier.compare(orl(person, 1), orl(person + 10, 2)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestModels.REID, TestModels.MOBILE})
    @DisplayName("finds the same person more alike than another one")
    void ranks(String network) {
        ModelStore store = TestModels.store(folder, TestModels.YUNET, network);
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 1000)) {
            for (int person = 1; person <= 8; person++) {
                double same = cosine(verifier.compare(orl(person, 1), orl(person, 2)));
                double other = cosine(verifier.compare(orl(person, 1), orl(person + 10, 2)));
                assertTrue(same > other + 0.2, "%d: %f and %f".formatted(person, same, other));
            }
        }
    }

    @Test
    @DisplayName("accepts nothing at an error rate the network was not measured at")
    void not_measured() {
        ModelStore store = TestModels.store(folder, TestModels.YUNET, TestModels.MOBILE);
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 1)) {
            assertInstanceOf(
                    FaceComparison.OfficerLooks.class, verifier.compare(orl(1, 1), orl(1, 1)));
        }
    }

    @Test
    @DisplayName("gives only a hint without an embedding network, even for one picture twice")
    void weaker() {
        ModelStore store = TestModels.store(folder, TestModels.YUNET);
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 1000)) {
            assertTrue(verifier.whyWeaker().isPresent());
            FaceComparison.Hint same = hint(verifier.compare(orl(1, 1), orl(1, 1)));
            FaceComparison.Hint other = hint(verifier.compare(orl(1, 1), orl(2, 1)));
            assertEquals(1, same.resemblance(), 1e-9);
            assertTrue(other.resemblance() < same.resemblance() && other.resemblance() > 0);
        }
    }

    @Test
    @DisplayName("does not fall back to the hint when the network was changed")
    void changed_network() throws IOException {
        ModelStore store = TestModels.store(folder, TestModels.YUNET, TestModels.REID);
        Files.write(store.folder().resolve(TestModels.REID + ".onnx"), new byte[] {1});
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 1000)) {
            assertEquals("FC-02", impossible(verifier.compare(orl(1, 1), orl(1, 2))));
        }
    }

    @Test
    @DisplayName("says when there is no detector, no face, or more than one")
    void impossible() {
        try (FaceVerifier none =
                FaceVerifier.open(ModelStore.in(folder), Images.PHOTOGRAPHS, 1000)) {
            assertEquals(
                    "FC-01",
                    impossible(none.compare(DrawnFace.frame().image(), DrawnFace.frame().image())));
        }
        ModelStore store = TestModels.store(folder, TestModels.YUNET, TestModels.REID);
        FaceImage person = DrawnFace.frame().image();
        FaceImage nobody = FaceImage.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        try (FaceVerifier verifier = FaceVerifier.open(store, Images.PHOTOGRAPHS, 1000)) {
            assertEquals("FC-08", impossible(verifier.compare(nobody, person)));
            assertEquals("FC-08", impossible(verifier.compare(person, nobody)));
            assertEquals("FC-09", impossible(verifier.compare(two(), person)));
        }
    }

    private static double cosine(FaceComparison comparison) {
        return assertInstanceOf(FaceComparison.ByNetwork.class, comparison).cosine();
    }

    private static FaceImage two() {
        BufferedImage both = new BufferedImage(640, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = both.createGraphics();
        g.drawImage(DrawnFace.frame().draw(), 0, 0, null);
        g.drawImage(DrawnFace.frame().draw(), 320, 0, null);
        g.dispose();
        return FaceImage.of(both);
    }

    private static FaceComparison.Hint hint(FaceComparison comparison) {
        return assertInstanceOf(FaceComparison.Hint.class, comparison);
    }

    private static String impossible(FaceComparison comparison) {
        return assertInstanceOf(FaceComparison.Impossible.class, comparison).fault().code();
    }
}
