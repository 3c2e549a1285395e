package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.model.ModelChange;
import org.tamga.matcher.face.model.ModelStore;

/** Real networks beside the project; tests that need them are skipped where they are absent. */
public final class TestModels {
    public static final String YUNET = "face_detection_yunet_2023mar";
    public static final String REID = "face_reid_retail_0095";
    public static final String MOBILE = "mobileface_v2";
    public static final String MINIFAS = "antispoof_minifas_98.20";

    private TestModels() {}

    /** A store in a folder with these networks. */
    public static ModelStore store(Path folder, String... names) {
        ModelStore store = ModelStore.in(folder.resolve("models"));
        for (String name : names) {
            assertInstanceOf(
                    ModelChange.Done.class,
                    store.install(TestData.require("models/" + name + ".onnx")));
        }
        return store;
    }

    /** A portrait of the Olivetti set: person 1–40, picture 1–10. */
    public static FaceImage orl(int person, int picture) {
        Path file = TestData.require("faces/orl/s%d/%d.pgm".formatted(person, picture));
        return assertInstanceOf(FaceImageReading.Read.class, FaceImageFiles.read(file)).image();
    }
}
