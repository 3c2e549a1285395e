package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.station.SafeFiles;
import org.tamga.station.Samples;

@DisplayName("A sealed database")
class SealedDatabaseTest {
    private static final String OWNER = "ky-test|0101-A";
    private static final Schema NOTES =
            new Schema(
                    "notes",
                    1,
                    List.of("CREATE TABLE note (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)"));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("notes.db");
    }

    @Test
    void gives_back_what_was_written() {
        try (SealedDatabase database = create()) {
            write(database, 1, "Асанова");
        }
        try (SealedDatabase database = open(1)) {
            assertEquals("Асанова", read(database, 1));
        }
    }

    @Test
    void shows_nothing_of_its_content_in_any_of_its_files() throws IOException {
        try (SealedDatabase database = create()) {
            for (int i = 0; i < 50; i++) {
                write(database, i, "a secret that is easily found " + i);
            }
            assertFilesHide("a secret that is", "CREATE TABLE", "SQLite format");
        }
        assertFilesHide("a secret that is", "CREATE TABLE", "SQLite format");
    }

    private void assertFilesHide(String... secrets) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertFalse(bytes.contains(secret), each + " shows " + secret);
                }
            }
        }
    }

    @Test
    void refuses_a_wrong_key_with_a_code_of_its_own() {
        create().close();
        assertFault(StoreFault.WRONG_KEY, () -> open(2));
    }

    @Test
    void refuses_a_wrong_key_also_when_the_lock_file_is_gone() throws IOException {
        create().close();
        Files.delete(StoreLock.file(file));
        assertFault(StoreFault.WRONG_KEY, () -> open(2));
        open(1).close();
    }

    @Test
    void is_not_replaced_by_an_empty_one_when_it_is_missing() {
        assertFault(StoreFault.MISSING, () -> open(1));
        assertFalse(Files.exists(file));
    }

    @Test
    void is_not_created_over_an_existing_one() {
        create().close();
        assertFault(StoreFault.ALREADY_EXISTS, this::create);
        open(1).close();
    }

    @Test
    void completes_a_creation_that_was_cut_short() throws IOException {
        create().close();
        Files.write(file, new byte[0]);
        create().close();
        open(1).close();
    }

    @Test
    void opens_once_at_a_time() {
        try (SealedDatabase database = create()) {
            assertFault(StoreFault.ALREADY_OPEN, () -> open(1));
            write(database, 1, "still usable");
        }
        open(1).close();
    }

    @Test
    void refuses_another_schema_and_another_owner() {
        create().close();
        Schema newer = new Schema("notes", 2, NOTES.statements());
        assertFault(
                StoreFault.OTHER_SCHEMA,
                () -> SealedDatabase.open(file, Samples.key(1), OWNER, newer));
        assertFault(
                StoreFault.OTHER_ELECTION,
                () -> SealedDatabase.open(file, Samples.key(1), "ky-other|0101-A", NOTES));
        open(1).close();
    }

    @Test
    void refuses_an_emptied_and_a_cut_file_as_damaged() throws IOException {
        try (SealedDatabase database = create()) {
            for (int i = 0; i < 100; i++) {
                write(database, i, "x".repeat(500));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, 4096, whole.length / 2, whole.length - 4096}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertFault(StoreFault.CORRUPT, () -> open(1));
        }
        Files.write(file, whole);
        open(1).close();
    }

    @Test
    void never_gives_wrong_data_for_a_flipped_bit() throws IOException {
        try (SealedDatabase database = create()) {
            for (int i = 0; i < 40; i++) {
                write(database, i, "note " + i + " ".repeat(300));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20261122);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (SealedDatabase database = open(1)) {
                for (int i = 0; i < 40; i++) {
                    assertEquals("note " + i, read(database, i).strip());
                }
            } catch (StoreException e) {
                assertEquals(StoreFault.CORRUPT, e.fault());
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " of 150 refused");
    }

    @Test
    void keeps_nothing_of_a_write_that_met_a_full_disk_and_goes_on_when_there_is_space() {
        try (SealedDatabase database = create()) {
            write(database, 1, "before");
            limitPages(database, 20);
            assertFault(
                    StoreFault.DISK_FULL,
                    () ->
                            database.write(
                                    rows -> {
                                        insert(rows, 2, "the small part");
                                        return insert(rows, 3, "x".repeat(200_000));
                                    }));
            assertEquals(1, count(database));
            write(database, 4, "small enough");
            limitPages(database, 10_000);
            write(database, 3, "x".repeat(200_000));
        }
        try (SealedDatabase database = open(1)) {
            assertEquals("before", read(database, 1));
            assertEquals(3, count(database));
        }
    }

    @Test
    void on_a_really_full_file_system_loses_nothing_acknowledged() throws IOException {
        Path small = SmallDisk.find();
        assumeFalse(small == null, "no small file system to fill: set TAMGA_SMALL_DISK");
        Path full = Files.createTempDirectory(small, "tamga").resolve("notes.db");
        Path ballast = full.resolveSibling("ballast");
        Files.write(ballast, new byte[300_000]);
        int acknowledged = 0;
        try {
            try (SealedDatabase database = createIn(full)) {
                while (true) {
                    write(database, acknowledged, "x".repeat(20_000));
                    acknowledged++;
                }
            } catch (StoreException e) {
                assertEquals(StoreFault.DISK_FULL, e.fault());
            }
            assertFault(StoreFault.DISK_FULL, () -> openIn(full));
            Files.delete(ballast);
            try (SealedDatabase database = openIn(full)) {
                assertEquals(acknowledged, count(database));
            }
        } finally {
            SealedDatabase.delete(full);
            Files.deleteIfExists(ballast);
            Files.delete(SafeFiles.folder(full));
        }
    }

    private static SealedDatabase createIn(Path file) {
        return SealedDatabase.create(file, Samples.key(1), OWNER, NOTES);
    }

    private static SealedDatabase openIn(Path file) {
        return SealedDatabase.open(file, Samples.key(1), OWNER, NOTES);
    }

    @Test
    void refuses_a_row_moved_to_another_place() {
        try (SealedDatabase database = create()) {
            write(database, 1, "one");
            write(database, 2, "two");
            database.write(
                    rows ->
                            rows.update(
                                    "UPDATE note SET sealed ="
                                            + " (SELECT sealed FROM note WHERE id = 1) WHERE id = 2"));
            assertFault(StoreFault.CORRUPT, () -> read(database, 2));
        }
    }

    @Test
    void after_closing_answers_that_it_is_closed() {
        SealedDatabase database = create();
        database.close();
        database.close();
        assertFault(StoreFault.CLOSED, () -> count(database));
    }

    @Test
    void derives_keys_that_differ_by_purpose() {
        try (StoreKey key = Samples.key(1)) {
            assertFalse(java.util.Arrays.equals(key.expand("pages"), key.expand("rows")));
            assertArrayEquals(key.expand("pages"), Samples.key(1).expand("pages"));
            assertEquals("StoreKey", key.toString());
        }
    }

    private SealedDatabase create() {
        return SealedDatabase.create(file, Samples.key(1), OWNER, NOTES);
    }

    private SealedDatabase open(int key) {
        return SealedDatabase.open(file, Samples.key(key), OWNER, NOTES);
    }

    private static void limitPages(SealedDatabase database, int pages) {
        database.read(rows -> rows.execute("PRAGMA max_page_count=" + pages));
    }

    private static void write(SealedDatabase database, int id, String text) {
        database.write(rows -> insert(rows, id, text));
    }

    private static int insert(Rows rows, int id, String text) throws java.sql.SQLException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return rows.update(
                "INSERT INTO note VALUES (?, ?)",
                id,
                rows.seal("note", Integer.toString(id), plain));
    }

    private static String read(SealedDatabase database, int id) {
        return database.read(
                rows ->
                        new String(
                                rows.open(
                                        "note",
                                        Integer.toString(id),
                                        rows.bytes("SELECT sealed FROM note WHERE id = ?", id)),
                                StandardCharsets.UTF_8));
    }

    private static long count(SealedDatabase database) {
        return database.read(rows -> rows.number("SELECT count(*) FROM note"));
    }

    static void assertFault(StoreFault expected, org.junit.jupiter.api.function.Executable call) {
        assertEquals(expected, assertThrows(StoreException.class, call).fault());
    }
}
