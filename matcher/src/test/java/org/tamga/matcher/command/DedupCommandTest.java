package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.matcher.exchange.ExchangeFormat.ISO2005;
import static org.tamga.matcher.exchange.ExchangeFormat.TAMGA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.MatcherCommand;
import org.tamga.matcher.exchange.ExchangeFormat;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateExport;

@DisplayName("tamga matcher dedup")
class DedupCommandTest {
    @TempDir static Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Anna is in the batch twice, once as templates, and in the register. */
    @BeforeAll
    static void enrol() throws IOException {
        for (String name : List.of("batch", "register", "empty")) {
            Files.createDirectory(folder.resolve(name));
        }
        image(1, 1, "batch/anna_2_1.png");
        image(1, 2, "batch/anna_2_2.png");
        image(2, 1, "batch/7-7-1.png");
        templates(1, "batch/bert.tfr");
        Files.writeString(folder.resolve("batch/readme"), "hello");
        Files.writeString(folder.resolve("batch/carl.fmr"), "not a template");
        image(1, 3, "register/old-1_1.png");
        image(3, 1, "register/old-2_1.png");
    }

    private static void image(int finger, int impression, String name) throws IOException {
        ImageIO.write(
                DrawnFinger.buffered(new DrawnFinger(finger).impression(impression)),
                "png",
                folder.resolve(name).toFile());
    }

    private static void templates(int finger, String name) throws IOException {
        FingerTemplate template = FingerTemplate.extract(new DrawnFinger(finger).impression(4));
        write(
                List.of(new FingerImpression(FingerPosition.LEFT_RING, template)),
                folder.resolve(name),
                TAMGA);
    }

    private static void write(List<FingerImpression> impressions, Path file, ExchangeFormat format)
            throws IOException {
        if (TemplateExchange.write(impressions, format)
                instanceof TemplateExport.Exported exported) {
            Files.write(file, exported.bytes().toByteArray());
        }
    }

    @Test
    @DisplayName("lists pairs of the batch and the register, and what it could not compare")
    void listsPairs() throws IOException {
        Path report = folder.resolve("report.json");
        assertEquals(
                1,
                run(
                        "dedup",
                        path("batch"),
                        "--register",
                        path("register"),
                        "--work",
                        path("work-1"),
                        "--out",
                        report.toString()));
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertEquals(
                List.of("anna bert BATCH", "anna old-1 REGISTER", "bert old-1 REGISTER"),
                Stream.of(0, 1, 2)
                        .map(i -> json.path("suspicions").path(i))
                        .map(
                                pair ->
                                        pair.path("a").asText()
                                                + " "
                                                + pair.path("b").asText()
                                                + " "
                                                + pair.path("side").asText())
                        .sorted()
                        .toList());
        assertEquals(3, json.path("suspicions").size());
        assertEquals(3, json.path("batchSubjects").asInt());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
        assertEquals(0, json.path("uncalibratedImpressions").asInt());
        String text = out.toString();
        assertTrue(text.contains("3 suspected pairs"), text);
        assertTrue(text.contains("not compared: readme [DD-08]"), text);
        assertTrue(text.contains("not compared: carl.fmr [FT-01]"), text);
        assertTrue(text.contains("for a person to judge"), text);
        assertFalse(err.toString().contains("\r"), "no bar where nobody is watching");

        byte[] first = Files.readAllBytes(report);
        assertEquals(
                1,
                run(
                        "dedup",
                        path("batch"),
                        "--register",
                        path("register"),
                        "--work",
                        path("work-1"),
                        "--out",
                        report.toString(),
                        "--json"));
        assertTrue(err.toString().contains("2 of 2 units were done before"), err.toString());
        assertArrayEquals(first, Files.readAllBytes(report));
    }

    @Test
    @DisplayName("is silent about people who are once")
    void nobodyTwice() {
        assertEquals(0, run("dedup", path("register"), "--work", path("work-2")));
        assertTrue(out.toString().contains("0 suspected pairs"), out.toString());
    }

    @Test
    @DisplayName("lists each impression that it leaves out, reads raw files and no file twice")
    void leavesOutNothingSilently() throws IOException {
        Path files = Files.createDirectory(folder.resolve("left-out"));
        BufferedImage finger = DrawnFinger.buffered(new DrawnFinger(5).impression(1));
        raw(finger, 0, files.resolve("eva_2_1.raw"));
        raw(finger, 255, files.resolve("eva_2_2.raw"));
        BufferedImage blank =
                new BufferedImage(
                        finger.getWidth(), finger.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        raw(blank, 255, files.resolve("eva_2_3.raw"));
        assertEquals(
                1,
                run(
                        "dedup",
                        files.toString(),
                        files.resolve("eva_2_1.raw").toString(),
                        "--raw",
                        finger.getWidth() + "x" + finger.getHeight(),
                        "--work",
                        path("work-4")));
        String text = out.toString();
        assertTrue(text.contains("batch of 1 subjects, 1 impressions"), text);
        assertTrue(text.contains("not compared: eva_2_2.raw [IM-07]"), text);
        assertTrue(text.contains("not compared: eva_2_3.raw [DD-15]"), text);
    }

    private static void raw(BufferedImage image, int negative, Path file) throws IOException {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            int gray = image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), 0);
            pixels[i] = (byte) (gray ^ negative);
        }
        Files.write(file, pixels);
    }

    @Test
    @DisplayName("says that templates of other systems are not what it was calibrated for")
    void ofOtherSystems() throws IOException {
        Path files = Files.createDirectory(folder.resolve("others"));
        FingerTemplate template = FingerTemplate.extract(new DrawnFinger(6).impression(1));
        FingerImpression impression = new FingerImpression(FingerPosition.LEFT_RING, template);
        write(List.of(impression), files.resolve("ours.tfr"), TAMGA);
        write(List.of(impression, impression), files.resolve("theirs.fmr"), ISO2005);
        run("dedup", files.toString(), "--work", path("work-6"));
        String text = out.toString();
        assertTrue(text.contains("2 impressions are templates of other systems"), text);
    }

    @Test
    @DisplayName("lists the impressions beyond those that a person may have")
    void tooMany() throws IOException {
        Path files = Files.createDirectory(folder.resolve("many"));
        FingerTemplate template = FingerTemplate.extract(new DrawnFinger(6).impression(1));
        FingerImpression impression = new FingerImpression(FingerPosition.LEFT_RING, template);
        write(Collections.nCopies(16, impression), files.resolve("gul_0.tfr"), TAMGA);
        for (int i = 1; i <= 11; i++) {
            Files.copy(files.resolve("gul_0.tfr"), files.resolve("gul_" + i + ".tfr"));
        }
        assertEquals(1, run("dedup", files.toString(), "--work", path("work-5"), "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(176, json.path("batchImpressions").asInt());
        assertEquals(16, json.path("notCompared").size());
        assertEquals("DD-16", json.path("notCompared").path(0).path("code").asText());
    }

    @Test
    @DisplayName("tells wrong use in one line with a code")
    void wrongUse() throws IOException {
        wrong("MC-01", "dedup", path("register"));
        wrong("MC-01", "dedup", path("register"), "--work", path("w"), "--fpir", "0");
        wrong("MC-01", "dedup", path("register"), "--work", path("w"), "--presented", "0");
        wrong("MC-02", "dedup", path("nowhere"), "--work", path("w"));
        wrong("DD-01", "dedup", path("empty"), "--work", path("w"));
        wrong("DD-02", "dedup", path("batch"), "--register", path("batch"), "--work", path("w"));
        Files.createDirectory(folder.resolve("other"));
        Files.writeString(folder.resolve("other/old-1_2.png"), "another old-1, or the same?");
        wrong("DD-02", "dedup", path("register"), path("other"), "--work", path("w"));
        wrong("DD-06", "dedup", path("register"), "--work", path("nowhere/w"));
        wrong(
                "DD-07",
                "dedup",
                path("register"),
                "--work",
                path("work-3"),
                "--out",
                path("nowhere/report"));
        wrong("DD-03", "dedup", path("batch"), "--work", path("work-3"));
        wrong("DD-04", "dedup", path("register"), "--work", path("work-3"), "--fpir", "2");
        wrong("DD-05", "dedup", path("register"), "--work", path("batch/readme"));
        wrong("MC-01", "grid");
        wrong("MC-01", "grid", "member", "--threads", "0");
        wrong("DD-12", "grid", "member", "--bind", "10.0.0.1:5701");
        wrong("DD-13", "grid", "member", "--bind", "not an address");
        wrong(
                "DD-11",
                "grid",
                "dedup",
                path("register"),
                "--work",
                path("w"),
                "--cluster",
                "nobody-" + ProcessHandle.current().pid(),
                "--wait",
                "0");
    }

    @Test
    @DisplayName("measures what a country would cost")
    void cost() throws IOException {
        assertEquals(
                0,
                run(
                        "dedup-cost",
                        path("register"),
                        "--subjects",
                        "10000",
                        "--fingers",
                        "1",
                        "--impressions",
                        "1",
                        "--probes",
                        "4",
                        "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(10, json.path("scaled").path("falseSuspicions").asInt());
        assertTrue(json.path("scaled").path("coreHours").asDouble() > 0);
    }

    private void wrong(String code, String... args) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(args), Arrays.toString(args));
        List<String> lines =
                err.toString().lines().filter(line -> line.startsWith("tamga matcher")).toList();
        assertEquals(1, lines.size(), err.toString());
        assertTrue(lines.getFirst().endsWith("[" + code + "]"), err.toString());
    }

    private int run(String... args) {
        return MatcherCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
