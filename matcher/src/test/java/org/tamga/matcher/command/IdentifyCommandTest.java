package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatcherCommand;

@DisplayName("The search among a folder")
class IdentifyCommandTest {
    private static final int SIDE = 300;

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void drawFingers() throws IOException {
        for (int finger = 1; finger <= 3; finger++) {
            write(folder.resolve(finger + "_1.png"), new DrawnFinger(finger).impression(1));
        }
        write(elsewhere.resolve("presented.png"), new DrawnFinger(2).impression(2));
    }

    @Test
    @DisplayName("says which images of the folder it could not read, and how many")
    void skipped() throws IOException {
        Files.writeString(folder.resolve("4_1.png"), "no picture");
        assertEquals(0, identify());
        assertTrue(err.toString().startsWith("skipped " + folder.resolve("4_1.png")), "" + err);
        assertTrue(err.toString().stripTrailing().endsWith("[IM-03]"), err.toString());
        assertTrue(out.toString().contains("3 templates, 1 skipped"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, identify("--json"));
        assertEquals(1, json().path("skipped").size());
    }

    @Test
    @DisplayName("says what is wrong with an image that matches nobody")
    void reasons() throws IOException {
        byte[] white = new byte[SIDE * SIDE];
        Arrays.fill(white, (byte) 255);
        write(elsewhere.resolve("presented.png"), new GrayImage(SIDE, SIDE, 500, white));
        assertEquals(1, identify());
        assertTrue(out.toString().stripTrailing().endsWith("presented.png: EMPTY"), "" + out);
    }

    @Test
    @DisplayName("turns the folder's images too where ridges are said to be light")
    void lightRidges() throws IOException {
        assertEquals(0, identify("--json"));
        double dark = score();
        negative(elsewhere.resolve("presented.png"), 2, 2);
        for (int finger = 1; finger <= 3; finger++) {
            negative(folder.resolve(finger + "_1.png"), finger, 1);
        }
        assertEquals(0, identify("--json", "--light-ridges"));
        assertEquals(dark, score(), "as if all had been dark");
    }

    @Test
    @DisplayName("reads the folder's raw buffers too, whatever they are called")
    void raw() throws IOException {
        assertEquals(0, identify("--json"));
        double asPictures = score();
        GrayImage any = new DrawnFinger(2).impression(2);
        for (int finger = 1; finger <= 3; finger++) {
            Files.delete(folder.resolve(finger + "_1.png"));
            Files.write(
                    folder.resolve(finger + "_1.gray"),
                    new DrawnFinger(finger).impression(1).pixels());
        }
        Files.write(elsewhere.resolve("presented.png"), any.pixels());
        assertEquals(0, identify("--json", "--raw", any.width() + "x" + any.height()));
        assertEquals(asPictures, score());
    }

    @Test
    @DisplayName("tells a folder from a file, and a file's name once")
    void folderForFile() {
        assertEquals(2, run("identify", folder.toString(), folder.toString()));
        assertTrue(err.toString().contains(folder + ": is a folder [IM-01]"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(2, run("identify", folder + "/none.png", folder.toString()));
        assertTrue(err.toString().endsWith("none.png: no such file [IM-01]\n"), err.toString());
    }

    @Test
    @DisplayName("of one against one claims nothing at score 0")
    void noClaim() throws IOException {
        byte[] white = new byte[SIDE * SIDE];
        Arrays.fill(white, (byte) 255);
        Path blank = folder.resolve("blank.png");
        write(blank, new GrayImage(SIDE, SIDE, 500, white));
        assertEquals(1, run("verify", blank.toString(), folder + "/1_1.png"));
        assertTrue(out.toString().contains("score 0.0"), out.toString());
        assertFalse(out.toString().contains("impostor"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(1, run("verify", blank.toString(), folder + "/1_1.png", "--json"));
        assertTrue(json().path("falseMatchRate").isNull());
    }

    private void negative(Path file, int finger, int impression) throws IOException {
        GrayImage image = new DrawnFinger(finger).impression(impression);
        image.invert();
        write(file, image);
    }

    private static void write(Path file, GrayImage image) throws IOException {
        ImageIO.write(DrawnFinger.buffered(image), "png", file.toFile());
    }

    private double score() throws IOException {
        JsonNode candidate = json().path("candidates").path(0);
        assertEquals("2", candidate.path("subject").asText());
        out.getBuffer().setLength(0);
        return candidate.path("score").asDouble();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int identify(String... more) {
        String[] arguments = Arrays.copyOf(new String[] {"identify"}, 3 + more.length);
        arguments[1] = elsewhere.resolve("presented.png").toString();
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return MatcherCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
