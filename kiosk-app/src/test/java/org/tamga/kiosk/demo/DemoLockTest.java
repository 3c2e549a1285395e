package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A second demonstration at the same time")
class DemoLockTest {
    @TempDir Path folder;

    @Test
    @DisplayName("is refused at once and touches nothing, though no port is in use yet")
    void second() throws IOException {
        var root = Files.createDirectories(folder.resolve(".demo"));
        var prepared = Files.createDirectories(root.resolve("prepared-4-1"));
        var second =
                new Demonstration(
                        folder.resolve("tamga"), 4, 1, new PrintWriter(new StringWriter()));
        try (var _ = DemoLock.take(root)) {
            var failure = assertThrows(DemoFailure.class, second::show);
            assertTrue(
                    String.valueOf(failure.getMessage()).endsWith("[DM-09]"), failure.getMessage());
            assertEquals(2, failure.status());
            assertTrue(Files.exists(prepared));
        }
    }

    @Test
    @DisplayName("begins when the first has ended")
    void afterwards() throws IOException {
        DemoLock.take(folder).close();
        DemoLock.take(folder).close();
    }
}
