package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.kiosk.fixture.TestStation;

@DisplayName("The unattended day reconciles")
class ReconciliationTest {
    @TempDir static Path made;
    private static ElectionPackage election;

    @TempDir Path record;
    private final Recognition recognition = new Recognition();
    private final Population population = SyntheticFingers.population(1, 4, 1);

    @BeforeAll
    static void provision() {
        election = TestStation.create(made).lockedBooth().electionPackage();
    }

    @BeforeEach
    void publish() throws IOException {
        Files.createDirectories(record.resolve("results"));
        Files.writeString(record.resolve("results/results.json"), "{}");
        Files.createDirectories(record.resolve("station-0101/0101-B"));
        Files.writeString(record.resolve("station-0101/0101-B/ballots.jsonl"), "");
        var voters = population.voters();
        recognition.identified(voters.get(0), "PAPER");
        recognition.identified(voters.get(1), "PAPER");
        recognition.identified(voters.get(2), "ONLINE");
        recognition.turnedAway(voters.get(3));
        recognition.strangerRefused();
        journal("PAPER", "ONLINE", "PAPER");
    }

    private void journal(String... channels) throws IOException {
        journal(List.of(3, 4), channels);
    }

    private void journal(List<Integer> registers, String... channels) throws IOException {
        var lines = new StringBuilder();
        for (var voters : registers) {
            lines.append("{\"event\":{\"type\":\"REGISTER_IMPORTED\",\"data\":{\"voters\":\"")
                    .append(voters)
                    .append("\"}}}\n");
        }
        lines.append("{\"event\":{\"type\":\"STATION_OPENED\",\"data\":{}}}\n");
        for (var channel : channels) {
            lines.append("{\"event\":{\"type\":\"CHECKED_IN\",\"data\":{\"channel\":\"")
                    .append(channel)
                    .append("\"}}}\n");
        }
        Files.createDirectories(record.resolve("station-0101/0101-A"));
        Files.writeString(record.resolve("station-0101/0101-A/journal.jsonl"), lines);
    }

    /** All but the votes, of which this record has none. */
    private List<String> mismatches(int kills, int networkCuts, String... contradictions)
            throws IOException {
        var played =
                new UnattendedDay.Played(
                        new Voting(election, new Random(1)),
                        recognition,
                        Map.of(),
                        Set.of(),
                        kills,
                        0,
                        List.of(contradictions));
        return Reconciliation.of(record, 1, false, population, election, played, 1, networkCuts)
                .mismatches()
                .stream()
                .filter(mismatch -> !mismatch.startsWith("votes in the published results"))
                .toList();
    }

    @Test
    @DisplayName("when the journal has everybody who was identified, each in the right channel")
    void everythingFits() throws IOException {
        assertEquals(List.of(), mismatches(2, 2));
    }

    @Test
    @DisplayName("not with a check-in too many, one missing, or one in another channel")
    void checkIns() throws IOException {
        journal("PAPER", "ONLINE", "PAPER", "PAPER");
        assertOnly("voters identified", mismatches(2, 2));
        journal("PAPER", "ONLINE");
        assertOnly("voters identified", mismatches(2, 2));
        journal("PAPER", "ONLINE", "ONLINE");
        assertOnly("voters identified", mismatches(2, 2));
    }

    @Test
    @DisplayName("not when the day was opened with the register of the kit")
    void registerNotFetched() throws IOException {
        journal(List.of(3), "PAPER", "ONLINE", "PAPER");
        assertOnly("voters of the kit's register", mismatches(2, 2));
    }

    @Test
    @DisplayName("not when the power or the network never failed")
    void nothingFailed() throws IOException {
        assertOnly("power cuts", mismatches(0, 2));
        assertOnly("times the centre was out of reach", mismatches(2, 0));
    }

    @Test
    @DisplayName("not when the terminal contradicted itself after the power cut")
    void contradiction() throws IOException {
        assertOnly("the interrupted check-in", mismatches(2, 2, "the interrupted check-in: …"));
    }

    private static void assertOnly(String what, List<String> mismatches) {
        assertEquals(1, mismatches.size(), mismatches.toString());
        assertTrue(mismatches.getFirst().startsWith(what), mismatches.toString());
    }
}
