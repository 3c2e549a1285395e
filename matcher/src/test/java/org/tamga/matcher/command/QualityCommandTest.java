package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatcherCommand;

@DisplayName("The command for quality")
class QualityCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void drawFingers() throws IOException {
        write("still.png", new DrawnFinger(1).impression(0));
        write("moved.png", new DrawnFinger(1).impression(2));
        GrayImage negative = new DrawnFinger(1).impression(0, 110, 0, 110, 140);
        negative.invert();
        write("negative.png", negative);
    }

    @Test
    @DisplayName("follows the frames of one touch and says which to take")
    void frames() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Files.copy(folder.resolve("still.png"), folder.resolve(i + ".png"));
        }
        assertEquals(
                0,
                run(
                        "quality",
                        "--frames-per-second",
                        "10",
                        file("moved.png"),
                        file("1.png"),
                        file("2.png"),
                        file("3.png"),
                        file("4.png")));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(1).contains("MOVING"), lines.get(1));
        assertTrue(lines.get(4).contains("still   300 ms"), lines.get(4));
        assertEquals("take " + file("4.png"), lines.getLast());
    }

    @Test
    @DisplayName("tells a negative, which is compared only when it is said to be one")
    void negative() {
        assertEquals(0, run("quality", file("negative.png")));
        assertTrue(out.toString().contains("INVERTED"), out.toString());
        assertEquals(2, run("verify", file("negative.png"), file("negative.png")));
        assertTrue(err.toString().stripTrailing().endsWith("[IM-07]"), err.toString());
        assertEquals(
                0, run("verify", "--light-ridges", file("negative.png"), file("negative.png")));
    }

    @Test
    @DisplayName("does not send somebody round in circles whose ridges are dark after all")
    void darkAfterAll() throws IOException {
        write("dark.png", new DrawnFinger(1).impression(0, 110, 0, 110, 140));
        assertEquals(2, run("verify", "--light-ridges", file("dark.png"), file("dark.png")));
        assertTrue(err.toString().contains("leave the option out"), err.toString());
        assertTrue(err.toString().stripTrailing().endsWith("[IM-07]"), err.toString());
    }

    private void write(String name, GrayImage image) throws IOException {
        ImageIO.write(DrawnFinger.buffered(image), "png", folder.resolve(name).toFile());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return MatcherCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
