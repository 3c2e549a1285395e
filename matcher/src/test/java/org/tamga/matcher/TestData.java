package org.tamga.matcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Real data beside the project; tests that need it are skipped where it is absent. */
public final class TestData {
    private TestData() {}

    /** The file or folder, or the test ends as skipped with the reason. */
    public static Path require(String relative) {
        @Nullable String given = System.getenv("TAMGA_TEST_DATA");
        Path root = given != null ? Path.of(given) : Path.of("..", "..", "shared", "data");
        Path path = root.resolve(relative);
        assumeTrue(Files.exists(path), "no test data at " + path);
        return path;
    }
}
