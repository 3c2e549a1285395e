package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.matcher.BadInputs.Bad;

@DisplayName("Bad input gets a code, in bounded time and memory")
class BadInputTest {
    private static final String HEAP = "-Xmx256m";

    @TempDir Path folder;

    static List<Bad> images() {
        return BadInputs.images();
    }

    static List<Bad> templates() {
        return BadInputs.templates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    @DisplayName("an image handed to the library")
    void image(Bad bad) {
        assertEquals(bad.answer(), BadInputs.finger(bad.content(), 500));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    @DisplayName("an image named on the command line")
    void imageFile(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve("finger.png"), bad.content());
        if (bad.answer().startsWith("IM-")) {
            refused(bad.answer(), "quality", file.toString());
            refused(bad.answer(), "verify", file.toString(), file.toString());
            refused("IM-", "face", "detect", file.toString());
        } else {
            assertEquals(bad.answer(), answered("quality", file.toString()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("a template, to the library and on the command line")
    void template(Bad bad) throws IOException {
        assertEquals(bad.answer(), BadInputs.template(bad.content()));
        Path file = Files.write(folder.resolve("finger.template"), bad.content());
        refused(bad.answer(), "template", "show", file.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -500, 99, 2001, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("a resolution that no scanner has")
    void resolution(double dpi) throws IOException {
        byte[] png = BadInputs.png(300, 300, 8, 0);
        assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(png, dpi));
        Path file = Files.write(folder.resolve("finger.png"), png);
        refused("MC-01", "quality", file.toString(), "--dpi", Double.toString(dpi));
    }

    @ParameterizedTest
    @ValueSource(doubles = {200, 1200})
    @DisplayName("a resolution that is not the image's leaves no ridges that could be a finger's")
    void wrongResolution(double dpi) {
        GrayImage image = new DrawnFinger(1).impression(0);
        FingerQuality quality =
                FingerQuality.of(new GrayImage(image.width(), image.height(), dpi, image.pixels()));
        assertTrue(quality.score() < 30, quality.toString());
    }

    @Test
    @DisplayName("a template without minutiae is one, and matches nothing, not even itself")
    void noMinutiae() {
        FingerTemplate none = FingerTemplate.extract(new GrayImage(100, 100, 500, new byte[10000]));
        byte[] bytes = none.toBytes().toByteArray();
        assertInstanceOf(
                TemplateParsing.Parsed.class, FingerTemplate.parse(BiometricBytes.copyOf(bytes)));
        assertEquals(0, Probe.of(none).score(none));
        assertEquals(0, Probe.of(new DrawnFinger(1).template(0)).symmetricScore(none));
    }

    @Test
    @DisplayName("a gallery of nobody, or of one, is searched like any other")
    void smallGalleries() throws IOException {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        Threshold threshold = Threshold.identification(1000, 1);
        FingerGallery gallery = FingerGallery.builder().build();
        assertInstanceOf(Identification.NoMatch.class, gallery.identify(probe, threshold));
        gallery.add("one", 2, new DrawnFinger(1).template(0));
        assertInstanceOf(Identification.Identified.class, gallery.identify(probe, threshold));
        gallery.remove("one");
        assertInstanceOf(Identification.NoMatch.class, gallery.identify(probe, threshold));

        Path enrolled = Files.createDirectory(folder.resolve("enrolled"));
        draw(folder.resolve("probe.png"), 1);
        refused("MC-03", "identify", folder.resolve("probe.png").toString(), enrolled.toString());
        draw(enrolled.resolve("1_1.png"), 0);
        assertEquals(
                0, run("identify", folder.resolve("probe.png").toString(), enrolled.toString()));
    }

    @Test
    @DisplayName("all of it, and the largest images that are taken, fit into a heap of 256 MB")
    void smallHeap() throws Exception {
        Path answers = folder.resolve("answers");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BadInputs.class.getName())
                        .redirectOutput(answers.toFile())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        boolean ended = child.waitFor(5, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertTrue(ended, "still running");
        assertEquals(0, child.exitValue(), () -> read(folder.resolve("errors")) + read(answers));
        List<String> lines = Files.readAllLines(answers, StandardCharsets.UTF_8);
        for (Bad bad : images()) {
            assertTrue(lines.contains(bad.name() + ": " + bad.answer()), lines.toString());
        }
        assertTrue(lines.contains("largest PNG: EMPTY"), lines.toString());
        assertTrue(lines.contains("largest portrait: read"), lines.toString());
        assertEquals(2, lines.stream().filter("largest extraction: true"::equals).count());
    }

    /** One line with the code, exit code 2. */
    private void refused(String code, String... arguments) {
        StringWriter err = new StringWriter();
        int exit =
                MatcherCommand.run(
                        new PrintWriter(new StringWriter(), true),
                        new PrintWriter(err, true),
                        arguments);
        assertEquals(2, exit, err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("[" + code), err.toString());
    }

    /** The last word of what a command says. */
    private String answered(String... arguments) {
        StringWriter out = new StringWriter();
        assertEquals(
                0,
                MatcherCommand.run(
                        new PrintWriter(out, true),
                        new PrintWriter(new StringWriter(), true),
                        arguments));
        String said = out.toString().strip();
        return said.substring(said.lastIndexOf(' ') + 1);
    }

    private static int run(String... arguments) {
        return MatcherCommand.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(new StringWriter(), true),
                arguments);
    }

    private static void draw(Path file, int impression) throws IOException {
        ImageIO.write(
                DrawnFinger.buffered(new DrawnFinger(1).impression(impression)),
                "png",
                file.toFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
