package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.journal.SignedEvent;
import org.tamga.station.Samples;

/** A process that is killed with SIGKILL loses nothing that it acknowledged. */
@DisplayName("After kill -9 at a random moment")
class KillTest {
    private static final int ROUNDS = 3;

    @TempDir Path folder;
    private final Random random = new Random();

    @Test
    void every_acknowledged_event_is_in_a_journal_that_verifies()
            throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killed("journal", 5 + random.nextInt(60)));
        }
        try (JournalStore journal = Writer.openJournal(folder)) {
            assertFalse(journal.endedCleanly());
            List<String> hashes = journal.events().stream().map(SignedEvent::hash).toList();
            assertTrue(hashes.containsAll(acknowledged));
            assertTrue(acknowledged.size() >= ROUNDS * 5);
            // At most the one event that was under way at each kill is there unacknowledged.
            assertTrue(hashes.size() <= acknowledged.size() + ROUNDS, hashes.size() + " events");
        }
    }

    @Test
    void every_acknowledged_ballot_is_in_the_box_and_its_card_is_spent()
            throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killed("ballots", 3 + random.nextInt(30)));
        }
        try (BallotBoxStore box = Writer.openBox(folder)) {
            for (String number : acknowledged) {
                assertTrue(box.isSpent(Samples.card(Integer.parseInt(number))), number);
            }
            BoxRecord record = box.closeVoting();
            assertEquals(record.counts().cast(), record.counts().cards());
            for (String number : acknowledged) {
                String id = Samples.ballot(Integer.parseInt(number)).ballotId();
                assertTrue(record.ballots().stream().anyMatch(line -> line.contains(id)));
            }
            assertTrue(record.ballots().size() <= acknowledged.size() + ROUNDS);
        }
    }

    @Test
    void the_register_is_wholly_the_last_acknowledged_one_or_the_one_under_way()
            throws IOException, InterruptedException {
        List<String> acknowledged = killed("register", 2 + random.nextInt(5));
        int last = Integer.parseInt(acknowledged.getLast());
        try (RegisterStore register = Writer.openRegister(folder)) {
            assertTrue(register.version() == last || register.version() == last + 1);
            assertEquals(Writer.votersIn(register.version()), register.voters());
            int[] found = {0};
            register.forEachVoter(voter -> found[0]++);
            assertEquals(register.voters(), found[0]);
        }
    }

    /** Runs a writer, kills it after so many acknowledgements, and gives those that were read. */
    private List<String> killed(String store, int acknowledgements)
            throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                store,
                                folder.toString())
                        .redirectError(new File(folder.toFile(), store + "-errors.txt"))
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(
                                writer.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (lines.size() == acknowledgements) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
                    // By its handle: Process.destroyForcibly would close the stream with what was
                    // acknowledged and not yet read.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertEquals(137, writer.waitFor(), "killed by signal 9");
        return lines;
    }
}
