package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.network.Network;
import org.tamga.matcher.face.network.NetworkAnswer;
import org.tamga.matcher.face.network.NetworkOpening;

@DisplayName("The face detector")
class FaceDetectorTest {
    private static final String MODEL = "models/" + TestModels.YUNET + ".onnx";

    @Test
    @DisplayName("says when there is no model, or another one")
    void without_a_model(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("face.onnx");
        assertEquals("FC-01", code(FaceDetector.open(model)));
        Files.write(model, new byte[] {1, 2, 3});
        assertEquals("FC-02", code(FaceDetector.open(model)));
        byte[] cut = Files.readAllBytes(TestData.require(MODEL));
        Files.write(model, Arrays.copyOf(cut, cut.length - 1));
        assertEquals("FC-02", code(FaceDetector.open(model)));
    }

    @Test
    @DisplayName("finds a face with its eyes, in the frame and in the crop of it")
    void a_face_with_its_eyes() {
        BufferedImage person = TestModels.orl(1, 1).toBufferedImage();
        BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = frame.createGraphics();
        g.setColor(Color.GRAY);
        g.fillRect(0, 0, 640, 480);
        g.drawImage(person, 180, 60, 276, 336, null);
        g.dispose();
        try (FaceDetector detector = FaceDetector.open(TestData.require(MODEL))) {
            FaceBox face = only(detector.detect(frame));
            assertTrue(face.x() > 150 && face.x() + face.width() < 480, face.toString());
            assertTrue(face.eyeDistance() > 50, face.toString());
            BufferedImage portrait = Portrait.crop(frame, face, 300);
            assertEquals(400, portrait.getHeight());
            FaceBox cropped = only(detector.detect(portrait));
            assertEquals(75, cropped.eyeDistance(), 8);
            assertEquals(180, cropped.landmarks().getFirst().y(), 12);
        }
    }

    @Test
    @DisplayName("finds the same place at any working size")
    void any_size() {
        try (FaceDetector detector = FaceDetector.open(TestData.require(MODEL))) {
            FaceImage image = DrawnFace.portrait().image();
            for (int side : new int[] {160, 320, 640, 960}) {
                FaceBox face = only(detector.detect(image, side));
                assertEquals(120, face.eyeDistance(), 20, "side " + side);
                assertEquals(300, face.landmarks().getFirst().y(), 15, "side " + side);
            }
        }
    }

    @Test
    @DisplayName("finds nobody in an empty room, nor in one pixel")
    void an_empty_room() {
        try (FaceDetector detector = FaceDetector.open(TestData.require(MODEL))) {
            for (int height : new int[] {1, 20, 33, 320}) {
                for (int width : new int[] {1, 20, 300, 608}) {
                    assertEquals(
                            new FaceDetection.Found(List.of()),
                            detector.detect(
                                    new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY)),
                            width + "×" + height);
                }
            }
        }
    }

    @Test
    @DisplayName("passes a failing network on as a code")
    void failing_network() {
        Network broken =
                new Network() {
                    @Override
                    public NetworkAnswer run(
                            float[] planes, int width, int height, List<String> outputs) {
                        return new NetworkAnswer.Failed("not finite");
                    }

                    @Override
                    public void close() {}
                };
        assertEquals(
                "FC-07",
                code(
                        new YuNetFaceDetector(
                                new NetworkOpening.Opened(FaceVectorTest.MODEL, broken))));
    }

    private static FaceBox only(FaceDetection detection) {
        List<FaceBox> faces = assertInstanceOf(FaceDetection.Found.class, detection).faces();
        assertEquals(1, faces.size());
        return faces.getFirst();
    }

    private static String code(FaceDetector detector) {
        try (detector) {
            return assertInstanceOf(
                            FaceDetection.Unavailable.class,
                            detector.detect(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB)))
                    .fault()
                    .code();
        }
    }
}
