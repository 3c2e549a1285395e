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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.TestData;

class FaceDetectorTest {
    @Test
    void withoutAModelItSaysSo(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("face.onnx");
        assertEquals("FC-01", code(FaceDetector.open(model)));
        Files.write(model, new byte[] {1, 2, 3});
        assertEquals("FC-02", code(FaceDetector.open(model)));
    }

    @Test
    void aFaceIsFoundWithItsEyes() throws IOException {
        Path model = TestData.require("models/face_detection_yunet_2023mar.onnx");
        BufferedImage person = PgmImage.read(TestData.require("faces/orl/s1/1.pgm"));
        BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = frame.createGraphics();
        g.setColor(Color.GRAY);
        g.fillRect(0, 0, 640, 480);
        g.drawImage(person, 180, 60, 276, 336, null);
        g.dispose();
        try (FaceDetector detector = FaceDetector.open(model)) {
            List<FaceBox> faces =
                    assertInstanceOf(FaceDetection.Found.class, detector.detect(frame)).faces();
            assertEquals(1, faces.size());
            FaceBox face = faces.getFirst();
            assertTrue(face.x() > 150 && face.x() + face.width() < 480, face.toString());
            assertTrue(face.eyeDistance() > 50, face.toString());
            BufferedImage portrait = Portrait.crop(frame, face, 300);
            assertEquals(400, portrait.getHeight());
            FaceBox cropped =
                    assertInstanceOf(FaceDetection.Found.class, detector.detect(portrait))
                            .faces()
                            .getFirst();
            assertEquals(75, cropped.eyeDistance(), 8);
            assertEquals(180, cropped.landmarks().getFirst().y(), 12);
        }
    }

    @Test
    void anEmptyRoomHasNoFace() {
        Path model = TestData.require("models/face_detection_yunet_2023mar.onnx");
        try (FaceDetector detector = FaceDetector.open(model)) {
            assertEquals(
                    new FaceDetection.Found(List.of()),
                    detector.detect(new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY)));
        }
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
