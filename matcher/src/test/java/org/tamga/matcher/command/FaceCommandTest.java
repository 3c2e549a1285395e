package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.MatcherCommand;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.DrawnFace;
import org.tamga.matcher.face.TestModels;

@DisplayName("The commands for faces")
class FaceCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName("install, list and remove networks, and refuse other files")
    void models() throws IOException {
        String file = TestData.require("models/" + TestModels.YUNET + ".onnx").toString();
        assertEquals(0, run("models", "install", file));
        assertTrue(said().contains("licence  MIT"), said());
        assertEquals(0, run("models", "list", "--json"));
        JsonNode list = new ObjectMapper().readTree(said());
        assertEquals("installed", list.path(0).path("state").asText());
        assertEquals("-", list.path(1).path("state").asText());

        Files.writeString(folder.resolve("models").resolve(TestModels.YUNET + ".onnx"), "x");
        assertEquals(1, run("models", "list"));
        assertTrue(said().contains("FC-02"), said());

        assertEquals(0, run("models", "remove", TestModels.YUNET));
        wrong("FC-12", "models", "remove", TestModels.YUNET);
        wrong("FC-04", "models", "remove", "some_network");
        wrong("FC-04", "models", "install", picture("a.png", DrawnFace.frame()));
        wrong("FC-05", "models", "install", "no-such-file");
        wrong("MC-01", "models");
    }

    @Test
    @DisplayName("find faces and judge portraits")
    void detect_and_portrait() throws IOException {
        install(TestModels.YUNET);
        String good = picture("good.png", DrawnFace.portrait());
        String leaning = picture("leaning.png", DrawnFace.portrait().withRoll(15));
        assertEquals(0, run("face", "detect", good));
        assertTrue(said().contains("1 face"), said());
        assertEquals(0, run("face", "portrait", good, "--crop", folder.toString()));
        BufferedImage crop = ImageIO.read(folder.resolve("good.png.png").toFile());
        assertEquals(640, crop.getHeight());
        assertEquals(1, run("face", "portrait", good, leaning, "--json"));
        JsonNode answers = new ObjectMapper().readTree(said());
        assertTrue(answers.path(0).path("findings").isEmpty());
        assertEquals("PT-07", answers.path(1).path("findings").path(0).path("code").asText());
    }

    @Test
    @DisplayName("accept one person, not another, and only hint without a network")
    void verify() {
        String one = TestData.require("faces/orl/s1/1.pgm").toString();
        String again = TestData.require("faces/orl/s1/2.pgm").toString();
        String other = TestData.require("faces/orl/s2/1.pgm").toString();
        install(TestModels.YUNET);
        assertEquals(1, run("face", "verify", one, one));
        assertTrue(said().contains("hint only, an officer decides"), said());
        assertFalse(said().contains("accepted"), said());
        install(TestModels.REID, TestModels.MOBILE);
        assertEquals(0, run("face", "verify", one, again));
        assertEquals(1, run("face", "verify", one, other));
        assertEquals(1, run("face", "verify", one, one, "--model", TestModels.MOBILE));
        assertTrue(said().contains("officer looks") && said().contains("[FC-13]"), said());
        assertEquals(1, run("face", "verify", one, one, "--fmr", "1"));
        wrong("FC-04", "face", "verify", one, one, "--model", TestModels.YUNET);
        wrong("MC-01", "face", "verify", one, one, "--fmr", "0");
    }

    @Test
    @DisplayName("measure error rates, liveness and time on a folder")
    void evaluate() throws IOException {
        install(TestModels.YUNET, TestModels.REID, TestModels.MINIFAS);
        Path people = Files.createDirectory(folder.resolve("people"));
        for (int person = 1; person <= 4; person++) {
            for (int picture = 1; picture <= 3; picture++) {
                Files.copy(
                        TestData.require("faces/orl/s%d/%d.pgm".formatted(person, picture)),
                        people.resolve("%d_%d.pgm".formatted(person, picture)));
            }
        }
        Files.writeString(people.resolve("4_4.png"), "no picture");
        assertEquals(0, run("face", "evaluate", people.toString(), "--json"));
        JsonNode report = new ObjectMapper().readTree(said());
        assertEquals(12, report.path("genuine").asInt());
        assertEquals(54, report.path("impostor").asInt());
        assertEquals(0, report.path("eer").asDouble(), 1e-9);
        assertEquals(1, report.path("rankOne").asDouble(), 1e-9);
        assertEquals(1, report.path("unusable").size());
        assertEquals(0, run("face", "evaluate", people.toString(), "--texture"));
        assertTrue(said().contains("local texture"), said());

        assertEquals(
                0,
                run(
                        "face",
                        "liveness",
                        people.toString(),
                        "--attacks",
                        people.toString(),
                        "--sheets",
                        "2",
                        "--json"));
        JsonNode counts = new ObjectMapper().readTree(said());
        assertEquals(12, counts.path("genuine").asInt());
        assertEquals(
                12,
                counts.path("genuineSuspected").asInt() + counts.path("attacksUnsuspected").asInt(),
                "the same pictures on both sides");
        assertEquals(8, counts.path("sheetTurns").asInt());

        assertEquals(
                0,
                run(
                        "face",
                        "benchmark",
                        people.resolve("1_1.pgm").toString(),
                        "--rounds",
                        "5",
                        "--subjects",
                        "50"));
        assertTrue(said().contains("whole frame"), said());
    }

    @Test
    @DisplayName("answer wrong use and bad files with one line and a code")
    void wrong_use() throws IOException {
        String person = picture("person.png", DrawnFace.frame());
        String empty = folder.resolve("empty.png").toString();
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                Path.of(empty).toFile());
        wrong("MC-01", "face");
        wrong("MC-01", "face", "juggle");
        wrong("FC-01", "face", "detect", person);
        wrong("FC-01", "face", "verify", person, person);
        wrong("FC-01", "face", "evaluate", folder.toString());
        wrong("MC-02", "face", "evaluate", folder.resolve("none").toString());
        wrong("MC-03", "face", "evaluate", Files.createDirectory(folder.resolve("x")).toString());
        install(TestModels.YUNET, TestModels.REID);
        wrong("IM-01", "face", "detect", folder.resolve("none.png").toString());
        wrong("FC-08", "face", "verify", person, empty);
        wrong("MC-01", "face", "detect", person, "--side", "7");
        wrong("MC-04", "face", "evaluate", folder.toString());
        wrong("FC-08", "face", "benchmark", empty);
        wrong("MC-01", "face", "benchmark", person, "--rounds", "1");
    }

    private void install(String... names) {
        TestModels.store(folder, names);
    }

    private String picture(String name, DrawnFace face) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(face.draw(), "png", file.toFile());
        return file.toString();
    }

    private void wrong(String code, String... args) {
        assertEquals(2, run(args), said());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().stripTrailing().endsWith("[" + code + "]"), err.toString());
    }

    private String said() {
        return out.toString();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = args;
        if (args.length > 1) {
            all = Arrays.copyOf(args, args.length + 2);
            all[args.length] = "--models";
            all[args.length + 1] = folder.resolve("models").toString();
        }
        return MatcherCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
