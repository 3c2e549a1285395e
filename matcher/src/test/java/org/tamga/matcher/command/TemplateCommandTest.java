package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatcherCommand;

class TemplateCommandTest {
    @TempDir static Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void drawTwoImpressions() throws IOException {
        for (int n = 0; n < 2; n++) {
            GrayImage image = new DrawnFinger(4).impression(n);
            ImageIO.write(DrawnFinger.buffered(image), "png", folder.resolve(n + ".png").toFile());
            Files.write(folder.resolve(n + ".raw"), image.pixels());
        }
    }

    @Test
    void imagesBecomeAFileOfTwoFingersThatShowsThemAgain() throws IOException {
        assertEquals(
                0,
                run(
                        "template",
                        "extract",
                        file("0.png"),
                        file("1.png"),
                        "--position",
                        "right-index",
                        "--position",
                        "left-thumb",
                        "--format",
                        "iso2011",
                        "--out",
                        file("hand.fmr")),
                err.toString());
        assertEquals(0, run("template", "show", file("hand.fmr"), "--json"));
        String text = out.toString();
        JsonNode shown = new ObjectMapper().readTree(text.substring(text.indexOf('{')));
        assertEquals("iso2011", shown.path("format").asText());
        assertEquals(500, shown.path("dpi").asInt());
        assertEquals("right-index", shown.path("fingers").path(0).path("position").asText());
        assertEquals(1, shown.path("fingers").path(1).path("minutiae").size());
    }

    @Test
    void filesAreConvertedAndJoined() {
        for (int n = 0; n < 2; n++) {
            run(
                    "template",
                    "extract",
                    file(n + ".png"),
                    "--format",
                    "native",
                    "--out",
                    file(n + ".cbor"));
        }
        assertEquals(
                0,
                run(
                        "template",
                        "convert",
                        file("0.cbor"),
                        file("1.cbor"),
                        "--format",
                        "ansi2004",
                        "--out",
                        file("both.fmr")),
                err.toString());
        assertEquals(0, run("template", "show", file("both.fmr")));
        assertTrue(out.toString().contains("ANSI INCITS 378-2004, 500 dpi"), out.toString());
        assertTrue(out.toString().contains("2 views"), out.toString());
    }

    @Test
    void aRawBufferGivesTheTemplateOfItsImage() throws IOException {
        String[] raw = {"--raw", DrawnFinger.WIDTH + "x" + DrawnFinger.HEIGHT};
        assertEquals(
                0,
                run(
                        "template",
                        "extract",
                        file("0.raw"),
                        raw[0],
                        raw[1],
                        "--format",
                        "native",
                        "--out",
                        file("raw.cbor")),
                err.toString());
        run("template", "extract", file("0.png"), "--format", "native", "--out", file("png.cbor"));
        assertEquals(-1, Files.mismatch(folder.resolve("raw.cbor"), folder.resolve("png.cbor")));
    }

    @Test
    void wrongUseIsOneLine() {
        wrong("FT-06", "template", "show", file("absent"));
        wrong("FT-01", "template", "show", file("0.png"));
        wrong("MC-01", "template");
        wrong(
                "MC-01",
                "template",
                "extract",
                file("0.png"),
                "--position",
                "nose",
                "--format",
                "iso2005",
                "--out",
                file("x"));
        wrong(
                "FT-07",
                "template",
                "extract",
                file("0.png"),
                file("1.png"),
                "--format",
                "native",
                "--out",
                file("x"));
        wrong(
                "MC-05",
                "template",
                "extract",
                file("0.png"),
                "--format",
                "tamga",
                "--out",
                folder.resolve("absent").resolve("x").toString());
        wrong(
                "IM-06",
                "template",
                "extract",
                file("0.raw"),
                "--raw",
                "300x361",
                "--format",
                "tamga",
                "--out",
                file("x"));
        wrong(
                "MC-01",
                "template",
                "extract",
                file("0.raw"),
                "--raw",
                "300",
                "--format",
                "tamga",
                "--out",
                file("x"));
    }

    private void wrong(String code, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(arguments), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().strip().endsWith("[" + code + "]"), err.toString());
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return MatcherCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
