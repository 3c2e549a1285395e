package org.tamga.matcher.face.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.TestModels;
import org.tamga.matcher.face.model.ModelStore;

@DisplayName("The network for liveness")
class PassiveLivenessTest {
    @Test
    @DisplayName("gives evidence, suspicious below the limit")
    void evidence(@TempDir Path folder) {
        ModelStore store = TestModels.store(folder, TestModels.YUNET, TestModels.MINIFAS);
        try (FaceDetector detector = FaceDetector.open(store);
                FaceImage image = TestModels.orl(1, 1);
                PassiveLiveness strict = PassiveLiveness.open(store, 100);
                PassiveLiveness lax = PassiveLiveness.open(store, -100)) {
            FaceBox face =
                    assertInstanceOf(FaceDetection.Found.class, detector.detect(image))
                            .faces()
                            .getFirst();
            PassiveAnswer.Judged refused = judged(strict.judge(image, face));
            PassiveAnswer.Judged taken = judged(lax.judge(image, face));
            assertEquals(refused.evidence(), taken.evidence());
            assertTrue(refused.suspicious() && !taken.suspicious());
            assertTrue(Math.abs(taken.evidence()) < 20, taken.toString());
        }
    }

    @Test
    @DisplayName("is unknown, not genuine, without its file")
    void without(@TempDir Path folder) {
        try (PassiveLiveness none = PassiveLiveness.open(ModelStore.in(folder), 0);
                FaceImage image = TestModels.orl(1, 1)) {
            FaceBox any = new FaceBox(0, 0, 50, 50, 1, List.of());
            PassiveAnswer.Unknown unknown =
                    assertInstanceOf(PassiveAnswer.Unknown.class, none.judge(image, any));
            assertEquals("FC-01", unknown.fault().code());
        }
    }

    private static PassiveAnswer.Judged judged(PassiveAnswer answer) {
        return assertInstanceOf(PassiveAnswer.Judged.class, answer);
    }
}
