package org.tamga.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tamga verify")
class VerifyCommandTest {
    @TempDir Path folder;

    private record Run(int exit, String out, String err) {}

    @Test
    @DisplayName("ends with 0 and the report of a sound record")
    void sound() throws IOException {
        TestRecord sound = TestRecord.unpack(folder.resolve("record"));
        Path key = Files.writeString(folder.resolve("key"), sound.publicKey() + "\n");
        Run run = run("--quick", "--trust", key.toString(), sound.root().toString());
        assertEquals(0, run.exit(), run.out());
        assertTrue(run.out().contains("all checks hold"));
        assertTrue(run.out().contains("Against all"));
    }

    @Test
    @DisplayName("ends with 1 and one line for each failure")
    void unsound() throws IOException {
        TestRecord unsound = TestRecord.unpack(folder.resolve("record"));
        unsound.write("station-0101/surprise", new byte[0]);
        Run run = run("--quick", unsound.root().toString());
        assertEquals(1, run.exit());
        assertTrue(run.out().lines().anyMatch(l -> l.startsWith("VF-04  station-0101/surprise  ")));
        Run json = run("--quick", "--json", unsound.root().toString());
        assertEquals(1, json.exit());
        assertTrue(json.out().contains("\"code\" : \"VF-04\""));
    }

    @Test
    @DisplayName("ends with 2 and one line for wrong use")
    void wrongUse() throws IOException {
        Files.writeString(folder.resolve("no-key"), "hello");
        for (String[] args :
                new String[][] {
                    {},
                    {"--fast", folder.toString()},
                    {folder.resolve("absent").toString()},
                    {folder.toString()},
                    {"--trust", folder.resolve("no-key").toString(), record().toString()}
                }) {
            Run run = run(args);
            assertEquals(2, run.exit());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith("tamga verify: "), run.err());
            assertTrue(run.err().strip().matches(".*\\[VF-9\\d]"), run.err());
        }
    }

    private Path record() throws IOException {
        Path record = folder.resolve("record");
        Files.createDirectories(record.resolve("trust"));
        return record;
    }

    private static Run run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int exit = VerifyCommand.commandLine().execute(args);
            return new Run(
                    exit,
                    outBytes.toString(StandardCharsets.UTF_8),
                    errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
