package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.MatcherCommand;

@DisplayName("The picture that explains a comparison")
class ExplainCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path picture;

    @BeforeEach
    void drawFingers() throws IOException {
        picture = folder.resolve("picture.png");
        for (String name : new String[] {"1_1", "1_2", "2_1"}) {
            DrawnFinger finger = new DrawnFinger(name.charAt(0) - '0');
            ImageIO.write(
                    DrawnFinger.buffered(finger.impression(name.charAt(2) - '0')),
                    "png",
                    folder.resolve(name + ".png").toFile());
        }
    }

    @Test
    @DisplayName("shows every pair of the same finger in colours of its own, and few of another's")
    void colours() throws IOException {
        assertEquals(0, explain("1_1", "1_2"));
        assertTrue(out.toString().startsWith("same finger: "), out.toString());
        int ofSame = hues(ImageIO.read(picture.toFile()));
        Files.delete(picture);
        assertEquals(0, explain("1_1", "2_1"));
        assertTrue(ofSame >= 10, ofSame + " hues");
        assertTrue(hues(ImageIO.read(picture.toFile())) < ofSame / 2);
    }

    @Test
    @DisplayName("is written only where asked, with a warning that it shows fingerprints")
    void warns() {
        assertEquals(2, run("explain", file("1_1"), file("1_2")));
        assertFalse(Files.exists(picture));
        assertEquals(0, explain("1_1", "1_2"));
        assertTrue(err.toString().contains("shows fingerprints"), err.toString());
    }

    @Test
    @DisplayName("that cannot be written is one line and a code")
    void unwritable() {
        assertEquals(
                2,
                run("explain", file("1_1"), file("1_2"), "--out", folder + "/no/such/folder.png"));
        assertTrue(err.toString().stripTrailing().endsWith("[MC-05]"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    @DisplayName("is a new file that only its owner reads")
    void isItsOwners() throws IOException {
        assertEquals(0, explain("1_1", "1_2"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)));
    }

    @Test
    @DisplayName("never takes the place of a file, not even of one that it explains")
    void replacesNothing() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(file("1_1")));
        assertEquals(2, run("explain", file("1_1"), file("1_2"), "--out", file("1_1")));
        assertTrue(err.toString().stripTrailing().endsWith("[MC-06]"), err.toString());
        assertArrayEquals(before, Files.readAllBytes(Path.of(file("1_1"))));
    }

    @Test
    @DisplayName("has two scores with two names")
    void twoScores() throws IOException {
        assertEquals(
                0, run("explain", file("1_1"), file("1_2"), "--out", picture.toString(), "--json"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals(1, answer.findValues("score").size());
        assertTrue(answer.path("pair").path("directedScore").asDouble() > 0);
    }

    private int explain(String a, String b) {
        return run("explain", file(a), file(b), "--out", picture.toString());
    }

    private String file(String name) {
        return folder.resolve(name + ".png").toString();
    }

    private int run(String... arguments) {
        return MatcherCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** Strong colours of marks that nothing pale lies over. */
    private static int hues(BufferedImage image) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                float[] hsb =
                        java.awt.Color.RGBtoHSB(
                                rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, null);
                if (hsb[1] > 0.9 && hsb[2] > 0.6) {
                    found.add(Math.round(hsb[0] * 100));
                }
            }
        }
        return found.size();
    }
}
