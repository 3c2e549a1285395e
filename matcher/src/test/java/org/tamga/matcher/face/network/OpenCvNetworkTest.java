package org.tamga.matcher.face.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;

@DisplayName("A network on OpenCV")
class OpenCvNetworkTest {
    private static final PinnedModel MODEL =
            ModelCatalogue.shipped().named("face_reid_retail_0095").orElseThrow();

    @Test
    @DisplayName("answers with a copy that later runs do not change")
    void copies() {
        try (Network network = open()) {
            float[] first = values(network.run(planes(40), 128, 128, List.of()));
            float[] kept = first.clone();
            float[] second = values(network.run(planes(200), 128, 128, List.of()));
            assertArrayEquals(kept, first);
            assertFalse(Arrays.equals(first, second));
            assertEquals(256, first.length);
        }
    }

    @Test
    @DisplayName("leaves no native memory behind")
    void no_leak() {
        try (Network network = open()) {
            network.run(planes(1), 128, 128, List.of());
            long before = Pointer.totalBytes();
            for (int i = 0; i < 20; i++) {
                network.run(planes(i), 128, 128, List.of());
            }
            assertEquals(before, Pointer.totalBytes());
        }
    }

    @Test
    @DisplayName("fails as a value for a wrong size, an unknown output and numbers that are none")
    void fails() {
        try (Network network = open()) {
            assertInstanceOf(
                    NetworkAnswer.Failed.class,
                    network.run(new float[3 * 7 * 7], 7, 7, List.of("nowhere")));
            float[] planes = planes(9);
            planes[5000] = Float.NaN;
            assertInstanceOf(NetworkAnswer.Failed.class, network.run(planes, 128, 128, List.of()));
            assertEquals(256, values(network.run(planes(9), 128, 128, List.of())).length);
        }
    }

    @Test
    @DisplayName("is refused when the content is no network")
    void no_network() {
        NetworkOpening opening = OpenCvNetwork.open(MODEL, new byte[] {8, 7, 6, 5, 4});
        assertEquals(
                FaceFault.NETWORK_FAILED,
                assertInstanceOf(NetworkOpening.Refused.class, opening).fault());
    }

    @Test
    @DisplayName("does not run after it was closed")
    void closed() {
        Network network = open();
        network.close();
        network.close();
        assertThrows(
                IllegalStateException.class, () -> network.run(planes(1), 128, 128, List.of()));
    }

    private static Network open() {
        return assertInstanceOf(
                        NetworkOpening.Opened.class,
                        NetworkOpening.of(
                                ModelStore.load(MODEL, TestData.require("models/" + MODEL.file()))))
                .network();
    }

    private static float[] planes(int value) {
        float[] planes = new float[3 * 128 * 128];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (value + i / 16 % 7 * 20) % 256;
        }
        return planes;
    }

    private static float[] values(NetworkAnswer answer) {
        return assertInstanceOf(NetworkAnswer.Values.class, answer).outputs().getFirst();
    }
}
