package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.station.store.SealedDatabaseTest.assertFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.election.voter.VoterRecord;
import org.tamga.station.Samples;

@DisplayName("The register store")
class RegisterStoreTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("register.db");
    }

    @Test
    void finds_voters_of_a_snapshot_by_number_and_by_id_after_reopening() {
        try (RegisterStore register = create();
                RegisterContent content = Samples.snapshot(3, 50)) {
            assertEquals(0, register.version());
            assertEquals(new RegisterUpdate.Applied(3, 50), register.apply(content));
        }
        try (RegisterStore register = open();
                VoterRecord expected = Samples.voter(17);
                VoterRecord byPin = register.findByPin(Samples.pin(17)).orElseThrow();
                VoterRecord byId = register.findById(Samples.voterId(17)).orElseThrow()) {
            assertEquals(expected, byPin);
            assertEquals(expected, byId);
            assertEquals(Optional.empty(), register.findByPin(Samples.pin(99)));
            assertEquals(Optional.empty(), register.findById(Samples.voterId(99)));
            assertEquals(3, register.version());
            assertEquals(50, register.voters());
        }
    }

    @Test
    void sends_people_of_other_stations_there() {
        try (RegisterStore register = create()) {
            assertEquals(Optional.empty(), register.stationOf(Samples.pin(90_000)));
            register.apply(Samples.snapshot(1, 3));
            assertEquals(Optional.of("0202"), register.stationOf(Samples.pin(90_000)));
            assertEquals(Optional.empty(), register.stationOf(Samples.pin(1)));
        }
    }

    @Test
    void applies_a_delta_also_when_a_number_passes_to_another_person() {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(1, 10));
            VoterRecord one = Samples.voter(1, Samples.pin(2), "bs-2");
            VoterRecord two = Samples.voter(2, Samples.pin(1), "bs-1");
            assertEquals(
                    new RegisterUpdate.Applied(2, 10),
                    register.apply(
                            Samples.delta(
                                    1,
                                    2,
                                    List.of(one, two, Samples.voter(77)),
                                    List.of(Samples.voterId(5)))));
            assertEquals(one, register.findByPin(Samples.pin(2)).orElseThrow());
            assertEquals(Optional.empty(), register.findById(Samples.voterId(5)));
        }
        try (RegisterStore register = open()) {
            assertEquals(2, register.version());
            assertTrue(register.findByPin(Samples.pin(77)).isPresent());
        }
    }

    @Test
    void refuses_a_version_gap_an_old_version_and_another_station() {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(2, 5));
            assertRefused(
                    RegisterRefusal.VERSION_GAP,
                    register.apply(Samples.delta(3, 4, List.of(), List.of())));
            assertRefused(RegisterRefusal.VERSION_GAP, register.apply(Samples.snapshot(2, 1)));
            RegisterContent ours = Samples.snapshot(3, 1);
            RegisterContent foreign =
                    new RegisterContent(
                            ours.electionId(),
                            "0999",
                            ours.kind(),
                            0,
                            3,
                            ours.created(),
                            ours.salt(),
                            ours.upserts(),
                            List.of(),
                            List.of());
            assertRefused(RegisterRefusal.WRONG_STATION_OR_ELECTION, register.apply(foreign));
            assertEquals(5, register.voters());
        }
    }

    @Test
    void keeps_the_old_version_whole_when_the_new_one_does_not_fit() {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(1, 20));
            register.database().read(rows -> rows.execute("PRAGMA max_page_count=60"));
            assertFault(StoreFault.DISK_FULL, () -> register.apply(Samples.snapshot(2, 500)));
            assertEquals(1, register.version());
        }
        try (RegisterStore register = open()) {
            assertEquals(1, register.version());
            assertEquals(20, register.voters());
            assertTrue(register.findByPin(Samples.pin(19)).isPresent());
        }
    }

    @Test
    void shows_each_voter_once_and_wipes_the_record_afterwards() {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(1, 30));
            List<VoterRecord> seen = new ArrayList<>();
            register.forEachVoter(
                    voter -> {
                        assertFalse(voter.photo().isClosed());
                        seen.add(voter);
                    });
            assertEquals(30, Set.copyOf(seen.stream().map(VoterRecord::id).toList()).size());
            assertTrue(seen.stream().allMatch(voter -> voter.photo().isClosed()));
        }
    }

    @Test
    void shreds_the_key_and_the_file() throws IOException {
        ShredAct act;
        byte[] copy;
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(4, 12));
            register.database().checkpoint();
            copy = Files.readAllBytes(file);
            act = register.shred();
            assertFault(StoreFault.CLOSED, () -> register.findByPin(Samples.pin(1)));
        }
        assertEquals(4, act.version());
        assertEquals(12, act.voters());
        assertEquals(Set.of("register.db", "register.db.key"), act.destroyed().keySet());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        assertFault(StoreFault.MISSING, this::open);
        // A copy made before does not help without the key.
        Files.write(file, copy);
        assertFault(StoreFault.MISSING, this::open);
    }

    @Test
    void refuses_a_wrong_key_removed_rows_and_exchanged_numbers() throws IOException {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(1, 10));
        }
        assertFault(
                StoreFault.WRONG_KEY,
                () ->
                        RegisterStore.open(
                                file,
                                Samples.key(9),
                                Samples.ELECTION,
                                Samples.STATION,
                                Samples.OPERATOR));
        byte[] whole = Files.readAllBytes(file);
        for (String damage :
                List.of(
                        "DELETE FROM voter WHERE id = (SELECT min(id) FROM voter)",
                        "DELETE FROM directory WHERE pin = (SELECT min(pin) FROM directory)",
                        "UPDATE voter SET pin = x'00' WHERE id = (SELECT max(id) FROM voter)")) {
            try (RegisterStore register = open()) {
                register.database().write(rows -> rows.update(damage));
            }
            assertFault(StoreFault.CORRUPT, this::open);
            restore(whole);
        }
    }

    @Test
    void refuses_flipped_bits_or_gives_the_same_voters() throws IOException {
        try (RegisterStore register = create()) {
            register.apply(Samples.snapshot(1, 10));
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (RegisterStore register = open()) {
                for (int i = 0; i < 10; i++) {
                    assertEquals(
                            Samples.voter(i), register.findByPin(Samples.pin(i)).orElseThrow());
                }
            } catch (StoreException e) {
                assertEquals(StoreFault.CORRUPT, e.fault());
            }
            restore(whole);
        }
    }

    private void restore(byte[] whole) throws IOException {
        Files.write(file, whole);
        Files.deleteIfExists(folder.resolve("register.db-wal"));
    }

    private static void assertRefused(RegisterRefusal reason, RegisterUpdate update) {
        assertEquals(reason, assertInstanceOf(RegisterUpdate.Refused.class, update).reason());
    }

    private RegisterStore create() {
        return RegisterStore.create(
                file, Samples.key(3), Samples.ELECTION, Samples.STATION, Samples.OPERATOR);
    }

    private RegisterStore open() {
        return RegisterStore.open(
                file, Samples.key(3), Samples.ELECTION, Samples.STATION, Samples.OPERATOR);
    }
}
