package org.tamga.matcher.face.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.DrawnFace;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.TestModels;

@DisplayName("The check of a portrait")
class PortraitCheckTest {
    private static final DrawnFace GOOD = DrawnFace.portrait();
    private static FaceDetector detector;

    @BeforeAll
    static void open() {
        detector = FaceDetector.open(TestData.require("models/" + TestModels.YUNET + ".onnx"));
    }

    @AfterAll
    static void close() {
        if (detector != null) {
            detector.close();
        }
    }

    @Test
    @DisplayName("finds nothing wrong with one that is right")
    void right() {
        PortraitReport report = check(GOOD.draw());
        assertEquals(List.of(), report.findings());
        assertTrue(report.isFit() && report.score() >= 50, "" + report.score());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(PortraitReason.TOO_FEW_PIXELS, GOOD.withUnit(70).draw()),
                Arguments.of(PortraitReason.HEAD_TOO_SMALL, GOOD.withUnit(70).draw()),
                Arguments.of(PortraitReason.HEAD_TOO_LARGE, GOOD.withUnit(170).draw()),
                Arguments.of(PortraitReason.NOT_CENTRED, GOOD.at(150, 300).draw()),
                Arguments.of(PortraitReason.NOT_CENTRED, GOOD.at(240, 170).draw()),
                Arguments.of(PortraitReason.HEAD_LEANS, GOOD.withRoll(15).draw()),
                Arguments.of(PortraitReason.HEAD_LEANS, GOOD.withRoll(-15).draw()),
                Arguments.of(PortraitReason.HEAD_TURNED, GOOD.withTurn(0.4).draw()),
                Arguments.of(PortraitReason.EYES_CLOSED, GOOD.withLids(0).draw()),
                Arguments.of(PortraitReason.MOUTH_OPEN, GOOD.withMouth(0.3).draw()),
                Arguments.of(PortraitReason.BLURRED, blurred(GOOD.draw())),
                Arguments.of(PortraitReason.TOO_DARK, GOOD.withLight(0.35).draw()),
                Arguments.of(PortraitReason.TOO_BRIGHT, GOOD.withLight(1.6).draw()),
                Arguments.of(PortraitReason.LOW_CONTRAST, GOOD.withLight(0.35).draw()),
                Arguments.of(PortraitReason.UNEVEN_LIGHT, shaded(GOOD.draw())),
                Arguments.of(PortraitReason.GROUND_DARK, GOOD.withGround(60).draw()),
                Arguments.of(PortraitReason.GROUND_NOT_PLAIN, striped(GOOD.draw())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("names what is wrong")
    void wrong(PortraitReason reason, BufferedImage image) {
        PortraitReport report = check(image);
        assertTrue(
                report.findings().stream().anyMatch(finding -> finding.reason() == reason),
                report.toString());
        assertTrue(report.score() < 50 && !report.isFit(), "" + report.score());
        report.findings().forEach(f -> assertTrue(f.score() >= report.score(), f.toString()));
    }

    @Test
    @DisplayName("wants exactly one face")
    void one_face() {
        assertEquals(
                PortraitReason.NO_FACE,
                only(check(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))));
        BufferedImage two = new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = two.createGraphics();
        g.drawImage(GOOD.draw(), 0, 0, null);
        g.drawImage(GOOD.draw(), 480, 0, null);
        g.dispose();
        assertEquals(PortraitReason.SEVERAL_FACES, only(check(two)));
    }

    @Test
    @DisplayName("does not guess eyes and mouth where there are too few pixels")
    void too_few_pixels() {
        PortraitMeasures measures = check(GOOD.withUnit(45).draw()).measures().orElseThrow();
        assertEquals(-1, measures.eyeOpening());
        assertEquals(-1, measures.mouthOpening());
    }

    @Test
    @DisplayName("has a code of its own for each reason")
    void codes() {
        Set<String> codes =
                new HashSet<>(
                        Arrays.stream(PortraitReason.values()).map(PortraitReason::code).toList());
        assertEquals(PortraitReason.values().length, codes.size());
        assertFalse(PortraitReason.BLURRED.isEstimate());
        assertTrue(PortraitReason.EYES_CLOSED.isEstimate());
    }

    private static PortraitReason only(PortraitReport report) {
        assertEquals(0, report.score());
        assertEquals(1, report.findings().size());
        return report.findings().getFirst().reason();
    }

    private static PortraitReport check(BufferedImage picture) {
        try (FaceImage image = FaceImage.of(picture)) {
            return PortraitCheck.check(
                    image,
                    assertInstanceOf(FaceDetection.Found.class, detector.detect(image)).faces());
        }
    }

    private static BufferedImage blurred(BufferedImage image) {
        float[] mean = new float[49];
        Arrays.fill(mean, 1f / mean.length);
        BufferedImage result =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        return new ConvolveOp(new Kernel(7, 7, mean), ConvolveOp.EDGE_NO_OP, null)
                .filter(image, result);
    }

    private static BufferedImage shaded(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0, 0, 0, 130));
        g.fillRect(240, 0, 240, 640);
        g.dispose();
        return image;
    }

    private static BufferedImage striped(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(90, 120, 90));
        for (int y = 0; y < 640; y += 60) {
            g.fillRect(0, y, 60, 30);
            g.fillRect(420, y, 60, 30);
        }
        g.dispose();
        return image;
    }
}
