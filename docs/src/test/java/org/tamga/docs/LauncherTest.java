package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("launcher")
@DisplayName("The launcher")
class LauncherTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "central nonsense",
                "central serve --home no-such-folder",
                "station --home no-such-folder --simulated",
                "booth --home no-such-folder --simulated",
                "demo --unattended",
                "demo --unattended --out target/never --voters many",
                "demo --unattended --out target/never --voters 3",
                "demo --unattended --out target/never --fingers no-such-folder",
                "demo --unattended --out target/never --fingers docs/images",
                "demo --unattended --out target/never --fingers docs/src/test",
                "verify no-such-folder",
                "matcher evaluate no-such-folder",
                "matcher identify no-such-file.png no-such-folder",
                "devices test --kit no-such-kit",
                "devices simulate camera/none",
            })
    @DisplayName("answers wrong use with one line, a code and exit status 2")
    void wrong_use(String arguments) throws IOException, InterruptedException {
        var result = Launcher.run(arguments.split(" "));
        assertEquals(2, result.status(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(
                result.err().matches("(?s)tamga.*: .*[A-Z]{2}-\\d\\d.*"),
                "no code: " + result.err());
    }

    @Test
    @DisplayName("says which JDK to install when there is none")
    void without_a_jdk() throws IOException, InterruptedException {
        var environment =
                Map.of(
                        "PATH", toolsAlone().toString(),
                        "JAVA_HOME", "",
                        "HOME", folder.toString(),
                        "TAMGA_JVM_FOLDER", folder.toString());
        var result = Launcher.run(environment, "demo");
        assertEquals(3, result.status(), result.err());
        assertTrue(result.err().contains("JDK 25"), result.err());
        assertTrue(result.err().contains("[LA-01]"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    /** A PATH with what the launcher itself needs, and no Java. */
    private Path toolsAlone() throws IOException {
        var tools = Files.createDirectory(folder.resolve("bin"));
        for (var tool : List.of("bash", "env", "dirname", "readlink", "grep")) {
            for (var bin : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                if (Files.exists(bin.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), bin.resolve(tool));
                }
            }
        }
        return tools;
    }

    @Test
    @DisplayName("says where the JDK is that programs of one's own can run on")
    void jdk() throws IOException, InterruptedException {
        var result = Launcher.run("jdk");
        assertEquals(0, result.status(), result.err());
        assertTrue(Files.isExecutable(Path.of(result.out().strip(), "bin", "java")), result.out());
    }

    @Test
    @DisplayName("helps without a JDK")
    void help() throws IOException, InterruptedException {
        var result = Launcher.run("help");
        assertEquals(0, result.status(), result.err());
        for (var command :
                List.of(
                        "demo", "test", "station", "booth", "central", "verify", "matcher",
                        "devices", "jdk")) {
            assertTrue(result.out().contains("./tamga " + command), command);
        }
    }
}
