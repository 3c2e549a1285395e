package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.station.store.SealedDatabaseTest.assertFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalCheck;
import org.tamga.election.journal.JournalVerdict;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.station.Samples;

@DisplayName("The journal store")
class JournalStoreTest {
    @TempDir Path folder;
    private Path file;
    private final Ed25519Signer signer = Ed25519Signer.generate();

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    @Test
    void replays_after_reopening_what_was_appended() {
        SignedEvent installed;
        SignedEvent synced;
        try (JournalStore journal = create()) {
            assertEquals(0, journal.lastSeq());
            installed = install(journal);
            synced = connected(journal);
        }
        try (JournalStore journal = open()) {
            assertEquals(List.of(installed, synced), journal.events());
            assertEquals(List.of(synced), journal.eventsAfter(1));
            assertEquals(synced.hash(), journal.head().orElseThrow().hash());
            assertEquals(3, connected(journal).event().seq());
            assertIntact(journal, 3);
        }
    }

    @Test
    void tells_a_clean_end_from_an_interruption() throws IOException {
        JournalStore interrupted = create();
        install(interrupted);
        // What a power cut leaves: the files as they are while the journal is open.
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db.lock")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        interrupted.close();
        try (JournalStore after = open(copy.resolve("journal.db"))) {
            assertFalse(after.endedCleanly());
            assertEquals(1, after.lastSeq());
        }
        try (JournalStore clean = open()) {
            assertTrue(clean.endedCleanly());
        }
    }

    @Test
    void keeps_its_chain_whole_when_an_event_is_refused_or_the_disk_is_full() {
        try (JournalStore journal = create()) {
            install(journal);
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            journal.append(
                                    EventType.SYNC_CONNECTED,
                                    Samples.MORNING,
                                    "of-1",
                                    Map.of("not", "in the catalogue")));
            limitPages(journal, 1);
            assertFault(
                    StoreFault.DISK_FULL,
                    () -> {
                        for (int i = 0; i < 1000; i++) {
                            connected(journal);
                        }
                    });
            limitPages(journal, 100_000);
            connected(journal);
            assertIntact(journal, journal.lastSeq());
        }
        try (JournalStore journal = open()) {
            assertIntact(journal, journal.lastSeq());
        }
    }

    @Test
    void chains_what_many_threads_append() throws InterruptedException, ExecutionException {
        try (JournalStore journal = create();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            install(journal);
            List<Future<SignedEvent>> appended =
                    IntStream.range(0, 100)
                            .mapToObj(i -> threads.submit(() -> connected(journal)))
                            .toList();
            for (Future<SignedEvent> each : appended) {
                assertTrue(each.get().event().seq() > 1);
            }
            assertIntact(journal, 101);
        }
    }

    @Test
    void refuses_a_removed_a_foreign_and_an_exchanged_event() {
        for (String damage :
                List.of(
                        "DELETE FROM event WHERE seq = 2",
                        "DELETE FROM event WHERE seq = 3",
                        "DELETE FROM ending",
                        "UPDATE event SET seq = 9 WHERE seq = 3",
                        "UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 1)"
                                + " WHERE seq = 2")) {
            Path each = folder.resolve(Integer.toHexString(damage.hashCode()) + ".db");
            JournalStore journal = create(each);
            install(journal);
            connected(journal);
            connected(journal);
            journal.close();
            try (SealedDatabase database =
                    SealedDatabase.open(
                            each,
                            Samples.key(1),
                            Samples.ELECTION + "|" + Samples.OPERATOR,
                            JournalStore.SCHEMA)) {
                database.write(rows -> rows.update(damage));
            }
            assertFault(StoreFault.CORRUPT, () -> open(each));
        }
    }

    @Test
    void refuses_a_journal_signed_by_another_terminal() {
        try (JournalStore journal = create()) {
            install(journal);
        }
        assertFault(
                StoreFault.CORRUPT,
                () ->
                        JournalStore.open(
                                file,
                                Samples.key(1),
                                Samples.ELECTION,
                                Samples.OPERATOR,
                                Ed25519Signer.generate()));
    }

    @Test
    void refuses_flipped_bits_or_gives_the_same_events() throws IOException {
        List<SignedEvent> events;
        try (JournalStore journal = create()) {
            install(journal);
            for (int i = 0; i < 15; i++) {
                connected(journal);
            }
            events = journal.events();
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (JournalStore journal = open()) {
                assertEquals(events, journal.events());
            } catch (StoreException e) {
                assertEquals(StoreFault.CORRUPT, e.fault());
            }
            Files.deleteIfExists(folder.resolve("journal.db-wal"));
        }
    }

    private void assertIntact(JournalStore journal, long events) {
        JournalVerdict.Intact intact =
                assertInstanceOf(
                        JournalVerdict.Intact.class,
                        JournalCheck.verify(
                                Samples.ELECTION,
                                Samples.OPERATOR,
                                signer.publicKey(),
                                journal.events()));
        assertEquals(events, intact.events());
    }

    private static SignedEvent install(JournalStore journal) {
        return journal.append(
                EventType.INSTALLED, Samples.MORNING, "system", Map.of("software", "Tamga test"));
    }

    private static SignedEvent connected(JournalStore journal) {
        return journal.append(EventType.SYNC_CONNECTED, Samples.MORNING, "system", Map.of());
    }

    private static void limitPages(JournalStore journal, int pages) {
        journal.database().read(rows -> rows.execute("PRAGMA max_page_count=" + pages));
    }

    private JournalStore create() {
        return create(file);
    }

    private JournalStore create(Path each) {
        return JournalStore.create(
                each, Samples.key(1), Samples.ELECTION, Samples.OPERATOR, signer);
    }

    private JournalStore open() {
        return open(file);
    }

    private JournalStore open(Path each) {
        return JournalStore.open(each, Samples.key(1), Samples.ELECTION, Samples.OPERATOR, signer);
    }
}
