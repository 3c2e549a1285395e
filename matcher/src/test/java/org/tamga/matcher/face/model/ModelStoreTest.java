package org.tamga.matcher.face.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.model.PinnedModel.Purpose;

@DisplayName("The store of networks")
class ModelStoreTest {
    @TempDir Path folder;

    @Test
    @DisplayName("takes a pinned file under any name, checks it at each load, and gives it back")
    void installs() throws IOException {
        Path copy =
                Files.copy(
                        TestData.require("models/face_detection_yunet_2023mar.onnx"),
                        folder.resolve("some.bin"));
        ModelStore store = ModelStore.in(folder.resolve("store"));
        assertEquals("FC-01", refused(store.load(Purpose.DETECTION)));

        ModelChange.Done done = assertInstanceOf(ModelChange.Done.class, store.install(copy));
        assertEquals("face_detection_yunet_2023mar", done.model().name());
        assertInstanceOf(ModelLoading.Loaded.class, store.load(Purpose.DETECTION));
        assertEquals(Optional.of(done.model()), store.preferred(Purpose.DETECTION));
        try (var files = Files.list(store.folder())) {
            assertEquals(List.of(done.file()), files.toList(), "no half-written file is left");
        }

        byte[] content = Files.readAllBytes(done.file());
        content[content.length / 2] ^= 1;
        Files.write(done.file(), content);
        assertEquals("FC-02", refused(store.load(Purpose.DETECTION)));

        assertInstanceOf(ModelChange.Done.class, store.remove(done.model()));
        assertEquals("FC-12", refused(store.remove(done.model())));
    }

    @Test
    @DisplayName("refuses what it does not know, what is missing and what is too large")
    void refuses() throws IOException {
        ModelStore store = ModelStore.in(folder.resolve("store"));
        Path file = folder.resolve("face_reid_retail_0095.onnx");
        assertEquals("FC-05", refused(store.install(file)));
        assertEquals("FC-05", refused(store.install(folder)));
        Files.write(file, new byte[] {1, 2, 3});
        assertEquals("FC-04", refused(store.install(file)));
        Files.write(file, new byte[0]);
        assertEquals("FC-04", refused(store.install(file)));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 31);
        }
        assertEquals("FC-05", refused(store.install(file)));
        assertTrue(Files.notExists(store.folder()), "nothing is made for a refused file");
    }

    @Test
    @DisplayName("says when its folder cannot be written")
    void folder_in_the_way() throws IOException {
        Path file = TestData.require("models/face_detection_yunet_2023mar.onnx");
        ModelStore store = ModelStore.in(Files.createFile(folder.resolve("a-file")));
        assertEquals("FC-06", refused(store.install(file)));
    }

    @Test
    @DisplayName("is found by the environment")
    void folders() {
        assertEquals(
                Path.of("/m"),
                ModelStore.ofUser(Map.of("TAMGA_MODELS", "/m", "HOME", "/h")).folder());
        assertEquals(
                Path.of("/d/tamga/models"),
                ModelStore.ofUser(Map.of("XDG_DATA_HOME", "/d", "HOME", "/h")).folder());
        assertEquals(
                Path.of("/h/.local/share/tamga/models"),
                ModelStore.ofUser(Map.of("HOME", "/h")).folder());
        assertEquals(ModelStore.machineFolder(), ModelStore.ofUser(Map.of()).folder());
    }

    @Test
    @DisplayName("has a catalogue without contradictions")
    void catalogue() {
        List<PinnedModel> models = ModelCatalogue.shipped().models();
        assertEquals(
                models.size(),
                new HashSet<>(models.stream().map(PinnedModel::name).toList()).size());
        assertEquals(
                models.size(),
                new HashSet<>(models.stream().map(PinnedModel::sha256).toList()).size());
        for (PinnedModel model : models) {
            assertTrue(model.sha256().matches("[0-9a-f]{64}"), model.name());
            assertTrue(!model.licence().isBlank() && !model.notice().isBlank(), model.name());
            assertEquals(
                    model.purpose() == Purpose.EMBEDDING ? 5 : 0,
                    model.landmarks().size(),
                    model.name());
        }
    }

    private static String refused(ModelLoading loading) {
        return assertInstanceOf(ModelLoading.Refused.class, loading).fault().code();
    }

    private static String refused(ModelChange change) {
        return assertInstanceOf(ModelChange.Refused.class, change).fault().code();
    }
}
