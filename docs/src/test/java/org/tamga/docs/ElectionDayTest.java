package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README promises, run as it is written there, with fewer voters. */
@Tag("launcher")
@DisplayName("An election day from the first command to the last check")
class ElectionDayTest {
    private static final int VOTERS = 24;

    @TempDir static Path folder;

    @BeforeAll
    static void play_the_day() throws IOException, InterruptedException {
        var day =
                Launcher.run(
                        "demo",
                        "--unattended",
                        "--out",
                        record().toString(),
                        "--voters",
                        Integer.toString(VOTERS),
                        "--seed",
                        "7");
        assertEquals(0, day.status(), day.err());
    }

    private static Path record() {
        return folder.resolve("record");
    }

    @Test
    @DisplayName("loses nothing and takes nobody for somebody else")
    void loses_nothing() throws IOException {
        var summary = new ObjectMapper().readTree(record().resolve("summary.json").toFile());
        assertEquals(VOTERS, summary.path("enrolled").asInt());
        assertEquals(0, summary.path("recordsLost").asInt(-1));
        assertEquals(0, summary.path("recognition").path("wronglyIdentified").asInt(-1));
        assertTrue(summary.path("kills").asInt() >= 2, "both terminals are killed once");
        assertTrue(summary.path("networkCuts").asInt() >= 1, "the network fails once");
        assertEquals(0, summary.path("mismatches").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary.json",
                "results/results.json",
                "station-0101/protocol-v1.pdf",
                "station-0101/protocol-v1.json",
                "station-0101/0101-A/journal.jsonl",
                "station-0101/0101-B/ballots.jsonl",
                "station-0101/slips/0001.png",
                "station-0101/slips/0001.pdf",
            })
    @DisplayName("leaves the files that were promised")
    void leaves(String file) throws IOException {
        assertTrue(Files.size(record().resolve(file)) > 0, file);
    }

    @Test
    @DisplayName("is accepted by the verifier")
    void is_accepted() throws IOException, InterruptedException {
        var check = Launcher.run("verify", record().toString());
        assertEquals(0, check.status(), check.out() + check.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary.json",
                "election/election-package.json",
                "results/results.json",
                "station-0101/protocol-v1.pdf",
                "station-0101/protocol-v1.json",
                "station-0101/0101-A/journal.jsonl",
                "station-0101/0101-B/ballots.jsonl",
                "station-0101/slips/0001.png",
                "station-0101/slips/0001.pdf",
            })
    @DisplayName("is refused with the file's name when one byte is changed")
    void one_byte(String file) throws IOException, InterruptedException {
        var changed = record().resolve(file);
        var right = Files.readAllBytes(changed);
        var wrong = right.clone();
        wrong[wrong.length / 2] ^= 1;
        Files.write(changed, wrong);
        try {
            var check = Launcher.run("verify", "--quick", record().toString());
            assertEquals(1, check.status(), check.out() + check.err());
            assertTrue(check.out().contains(file), file + " is not named in: " + check.out());
        } finally {
            Files.write(changed, right);
        }
    }

    @Test
    @DisplayName("is refused when a file was added or taken away")
    void added_or_taken_away() throws IOException, InterruptedException {
        var added = record().resolve("results").resolve("note.txt");
        Files.writeString(added, "?");
        try {
            var check = Launcher.run("verify", "--quick", record().toString());
            assertEquals(1, check.status(), check.out());
            assertTrue(check.out().contains("results/note.txt"), check.out());
        } finally {
            Files.delete(added);
        }
        var taken = record().resolve("results").resolve("turnout.json");
        var content = Files.readAllBytes(taken);
        Files.delete(taken);
        try {
            var check = Launcher.run("verify", "--quick", record().toString());
            assertEquals(1, check.status(), check.out());
            assertTrue(check.out().contains("results/turnout.json"), check.out());
        } finally {
            Files.write(taken, content);
        }
    }

    @Test
    @DisplayName("is not played into a folder that holds something")
    void not_over_something() throws IOException, InterruptedException {
        var again = Launcher.run("demo", "--unattended", "--out", record().toString());
        assertEquals(2, again.status(), again.err());
        assertEquals(List.of(true), List.of(Files.exists(record().resolve("summary.json"))));
    }
}
