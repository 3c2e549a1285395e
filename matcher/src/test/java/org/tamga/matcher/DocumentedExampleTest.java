package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedExampleTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theProgramOfTheManualFindsTheFinger() throws Exception {
        Path people = Files.createDirectory(folder.resolve("people"));
        for (int finger = 1; finger <= 3; finger++) {
            draw(finger, 1, people.resolve(finger + "_1.png"));
        }
        Path presented = folder.resolve("presented.png");
        draw(2, 2, presented);

        String page = Files.readString(Path.of("../docs/matcher.md"));
        int start = page.indexOf("```java\n") + "```java\n".length();
        Path program = folder.resolve("WhoseFinger.java");
        Files.writeString(program, page.substring(start, page.indexOf("```", start)));

        String answer = run(program, presented, people);
        assertTrue(answer.startsWith("2, score "), answer);
    }

    private static String run(Path program, Path presented, Path people)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.toString(),
                                presented.toString(),
                                people.toString())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), errors);
        return output;
    }

    private static void draw(int finger, int impression, Path file) throws IOException {
        try (GrayImage image = new DrawnFinger(finger).impression(impression)) {
            BufferedImage picture = DrawnFinger.buffered(image);
            ImageIO.write(picture, "png", file.toFile());
        }
    }
}
