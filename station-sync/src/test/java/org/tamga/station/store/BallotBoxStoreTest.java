package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.tamga.station.store.SealedDatabaseTest.assertFault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;
import org.tamga.election.ballot.BallotState;
import org.tamga.station.Samples;

@DisplayName("The ballot box")
class BallotBoxStoreTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("ballots.db");
    }

    @Test
    void takes_a_ballot_once_for_each_card() {
        try (BallotBoxStore box = create(8)) {
            assertStored(box.cast(Samples.card(1), Samples.ballot(1)));
            assertEquals(new BoxOutcome.CardSpent(), box.cast(Samples.card(1), Samples.ballot(2)));
            assertEquals(
                    new BoxOutcome.DuplicateBallot(), box.cast(Samples.card(2), Samples.ballot(1)));
            assertTrue(box.isSpent(Samples.card(1)));
            assertFalse(box.isSpent(Samples.card(2)));
            assertEquals(new BoxCounts(1, 0, 1), box.counts());
        }
        try (BallotBoxStore box = open(8)) {
            assertTrue(box.isSpent(Samples.card(1)));
            assertEquals(new BoxOutcome.CardSpent(), box.cast(Samples.card(1), Samples.ballot(2)));
            assertEquals(new BoxCounts(1, 0, 1), box.counts());
        }
    }

    @Test
    void knows_a_card_also_after_its_ballot_went_into_the_log() {
        try (BallotBoxStore box = create(2)) {
            for (int i = 1; i <= 4; i++) {
                box.cast(Samples.card(i), Samples.ballot(i));
            }
            assertEquals(1, box.batches().size());
            for (int i = 1; i <= 4; i++) {
                assertEquals(
                        new BoxOutcome.CardSpent(), box.cast(Samples.card(i), Samples.ballot(9)));
                assertEquals(
                        new BoxOutcome.DuplicateBallot(),
                        box.cast(Samples.card(9), Samples.ballot(i)));
            }
        }
    }

    @Test
    void leaves_the_card_unspent_when_a_ballot_is_spoiled() {
        try (BallotBoxStore box = create(8)) {
            assertStored(box.spoil(Samples.ballot(1, BallotState.SPOILED)));
            assertStored(box.cast(Samples.card(1), Samples.ballot(2)));
            assertEquals(new BoxCounts(1, 1, 1), box.counts());
            BoxRecord record = box.closeVoting();
            assertEquals(new BoxCounts(1, 1, 1), record.counts());
        }
    }

    @Test
    void does_not_count_spoiled_ballots_towards_a_batch() {
        try (BallotBoxStore box = create(2)) {
            box.spoil(Samples.ballot(1, BallotState.SPOILED));
            for (int i = 2; i <= 4; i++) {
                assertNull(assertStored(box.cast(Samples.card(i), Samples.ballot(i))).batch());
            }
            BoxBatch batch = assertStored(box.cast(Samples.card(5), Samples.ballot(5))).batch();
            assertNotNull(batch);
            assertEquals(3, batch.size(), "two cast ones and the spoiled one");
            assertEquals(2, batch.cards());
        }
    }

    @Test
    void refuses_what_is_not_signed_or_of_the_wrong_state() {
        try (BallotBoxStore box = create(8)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> box.cast(Samples.card(1), Samples.ballot(1, BallotState.SPOILED)));
            assertThrows(IllegalArgumentException.class, () -> box.cast("card", Samples.ballot(1)));
            assertFalse(box.isSpent(Samples.card(1)));
        }
    }

    @Test
    void logs_sorted_batches_of_which_the_last_is_not_smaller_than_the_others() {
        try (BallotBoxStore box = create(8)) {
            for (int i = 0; i < 15; i++) {
                assertNull(assertStored(box.cast(Samples.card(i), Samples.ballot(i))).batch());
            }
            BoxBatch first = assertStored(box.cast(Samples.card(15), Samples.ballot(15))).batch();
            assertNotNull(first);
            assertEquals(8, first.size());
            for (int i = 16; i < 25; i++) {
                box.cast(Samples.card(i), Samples.ballot(i));
            }
            assertFault(StoreFault.WRONG_STATE, box::record);
            BoxRecord record = box.closeVoting();
            assertEquals(List.of(8, 8, 9), record.batches().stream().map(BoxBatch::size).toList());
            for (BoxBatch batch : record.batches()) {
                assertEquals(batch.leaves().stream().sorted().toList(), batch.leaves());
            }
            assertEquals(25, record.ballots().size());
            assertEquals(record.spentCards().stream().sorted().toList(), record.spentCards());
            assertEquals(new BoxCounts(25, 0, 25), record.counts());
            assertEquals(
                    new BoxOutcome.BoxClosed(), box.cast(Samples.card(50), Samples.ballot(50)));
            assertEquals(record, box.closeVoting());
        }
        try (BallotBoxStore box = open(8)) {
            assertTrue(box.isClosed());
            assertEquals(25, box.record().ballots().size());
        }
    }

    @Test
    void closes_with_all_ballots_in_one_batch_if_there_are_few() {
        try (BallotBoxStore box = create(8)) {
            for (int i = 0; i < 15; i++) {
                box.cast(Samples.card(i), Samples.ballot(i));
            }
            assertEquals(15, box.closeVoting().batches().getFirst().size());
        }
    }

    @Test
    void gives_the_roots_of_rfc_9162() {
        // Roots over leaf hashes d0, d1, d2 by the definition: H(1,H(1,d0,d1),d2).
        try (BallotBoxStore box = create(3)) {
            box.cast(Samples.card(0), Samples.ballot(0));
            box.cast(Samples.card(1), Samples.ballot(1));
            box.cast(Samples.card(2), Samples.ballot(2));
            BoxBatch batch = box.closeVoting().batches().getFirst();
            List<byte[]> leaves =
                    batch.leaves().stream().map(org.tamga.election.wire.Hex::parse).toList();
            byte[] one = {1};
            byte[] left = org.tamga.election.wire.Digests.sha256(one, leaves.get(0), leaves.get(1));
            assertEquals(
                    org.tamga.election.wire.Digests.sha256Hex(one, left, leaves.get(2)),
                    batch.root());
        }
    }

    @Test
    void closes_empty() {
        try (BallotBoxStore box = create(8)) {
            BoxRecord record = box.closeVoting();
            assertEquals(new BoxCounts(0, 0, 0), record.counts());
            assertEquals(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    record.root());
        }
    }

    @Test
    void keeps_neither_card_nor_ballot_when_the_disk_is_full() {
        try (BallotBoxStore box = create(100)) {
            box.cast(Samples.card(0), Samples.ballot(0));
            box.database().read(rows -> rows.execute("PRAGMA max_page_count=30"));
            int stored = 1;
            StoreException full = null;
            while (full == null) {
                try {
                    box.cast(Samples.card(stored), Samples.ballot(stored));
                    stored++;
                } catch (StoreException e) {
                    full = e;
                }
            }
            assertEquals(StoreFault.DISK_FULL, full.fault());
            assertFalse(box.isSpent(Samples.card(stored)));
            assertEquals(new BoxCounts(stored, 0, stored), box.counts());
            box.database().read(rows -> rows.execute("PRAGMA max_page_count=100000"));
            assertStored(box.cast(Samples.card(stored), Samples.ballot(stored)));
        }
    }

    @Test
    void on_a_really_full_file_system_says_stored_only_of_what_is_stored() throws IOException {
        Path small = SmallDisk.find();
        assumeFalse(small == null, "no small file system to fill: set TAMGA_SMALL_DISK");
        Path place = Files.createTempDirectory(small, "tamga");
        Path ballast = place.resolve("ballast");
        Files.write(ballast, new byte[600_000]);
        int stored = 0;
        try {
            try (BallotBoxStore box = filled(place.resolve("ballots.db"), List.of())) {
                while (true) {
                    assertStored(box.cast(Samples.card(stored), Samples.ballot(stored)));
                    stored++;
                }
            } catch (StoreException e) {
                assertEquals(StoreFault.DISK_FULL, e.fault());
            }
            Files.delete(ballast);
            try (BallotBoxStore box = reopen(place.resolve("ballots.db"))) {
                assertEquals(new BoxCounts(stored, 0, stored), box.counts());
                assertFalse(box.isSpent(Samples.card(stored)));
                assertStored(box.cast(Samples.card(stored), Samples.ballot(stored)));
            }
        } finally {
            SealedDatabase.delete(place.resolve("ballots.db"));
            Files.deleteIfExists(ballast);
            Files.delete(place);
        }
    }

    @Test
    void refuses_a_removed_ballot_a_removed_card_and_flipped_bits() throws IOException {
        for (String damage :
                List.of(
                        "DELETE FROM ballot WHERE id = (SELECT min(id) FROM ballot)",
                        "DELETE FROM spent WHERE card = (SELECT min(card) FROM spent)",
                        "DELETE FROM batch WHERE number = 2",
                        "DELETE FROM box")) {
            Path each = folder.resolve(Integer.toHexString(damage.hashCode()) + ".db");
            BallotBoxStore box = filled(each, order(12, 1));
            box.database().write(rows -> rows.update(damage));
            box.close();
            assertFault(StoreFault.CORRUPT, () -> reopen(each));
        }
        BoxRecord whole;
        try (BallotBoxStore box = filled(file, order(12, 1))) {
            whole = box.closeVoting();
        }
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (BallotBoxStore box = reopen(file)) {
                assertEquals(whole, box.record());
            } catch (StoreException e) {
                assertEquals(StoreFault.CORRUPT, e.fault());
            }
            Files.deleteIfExists(folder.resolve("ballots.db-wal"));
        }
    }

    @Test
    @DisplayName(
            "shows no order of voting in the pages of its file: within a batch any order gives the same layout")
    void shows_no_order_in_its_pages() throws IOException, SQLException, GeneralSecurityException {
        List<Integer> straight = IntStream.range(0, 11).boxed().toList();
        List<Integer> shuffled = new ArrayList<>();
        // A batch is drawn of the first eight and of what comes later; among those, any order.
        for (List<Integer> batch : List.of(List.of(3, 7, 2, 1, 6, 0, 4, 5), List.of(9, 10, 8))) {
            shuffled.addAll(batch);
        }
        assertFalse(straight.equals(shuffled));
        Path one = folder.resolve("one.db");
        Path other = folder.resolve("other.db");
        filled(one, straight).close();
        filled(other, shuffled).close();
        assertEquals(layout(one, 11), layout(other, 11), "open box");
        try (BallotBoxStore box = reopen(one);
                BallotBoxStore second = reopen(other)) {
            assertEquals(box.closeVoting(), second.closeVoting());
        }
        assertEquals(layout(one, 11), layout(other, 11), "closed box");
    }

    @Test
    void once_closed_shows_not_even_the_batches_in_its_pages()
            throws IOException, SQLException, GeneralSecurityException {
        Path one = folder.resolve("one.db");
        Path other = folder.resolve("other.db");
        filled(one, order(40, 5)).close();
        filled(other, order(40, 6)).close();
        assertNotEquals(layout(one, 40), layout(other, 40), "open, batches are visible");
        for (Path each : List.of(one, other)) {
            try (BallotBoxStore box = reopen(each)) {
                box.closeVoting();
            }
        }
        assertEquals(layout(one, 40), layout(other, 40));
    }

    @Test
    void has_rows_in_key_order_and_no_column_that_could_tell_time_or_sequence()
            throws IOException, SQLException, GeneralSecurityException {
        Path one = folder.resolve("one.db");
        filled(one, order(20, 9)).close();
        try (Connection connection = connect(one);
                Statement statement = connection.createStatement()) {
            List<String> tables =
                    strings(statement, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL");
            for (String sql : tables) {
                assertTrue(
                        sql.contains("WITHOUT ROWID") || sql.startsWith("CREATE TABLE batch"), sql);
                assertFalse(sql.toLowerCase(java.util.Locale.ROOT).contains("time"), sql);
                assertFalse(sql.toLowerCase(java.util.Locale.ROOT).contains("autoincrement"), sql);
            }
            for (String column : List.of("id FROM ballot", "card FROM spent")) {
                List<String> keys = strings(statement, "SELECT " + column);
                assertEquals(keys.stream().sorted().toList(), keys, column);
                assertEquals(16, keys.size(), "a batch of four is still open");
            }
        }
        assertFalse(
                Files.exists(folder.resolve("one.db-wal"))
                        && Files.size(folder.resolve("one.db-wal")) > 0);
    }

    @Test
    void leaves_no_history_in_the_write_ahead_log_while_open() throws IOException {
        try (BallotBoxStore box = create(8)) {
            for (int i = 0; i < 5; i++) {
                box.cast(Samples.card(i), Samples.ballot(i));
                assertEquals(0, Files.size(folder.resolve("ballots.db-wal")));
            }
        }
    }

    /**
     * Where everything lies: the byte offset of each ballot id and card hash in the decrypted file,
     * and the page of each piece of each row.
     */
    private TreeMap<String, String> layout(Path box, int ballots)
            throws IOException, SQLException, GeneralSecurityException {
        String bytes = decrypted(box);
        assertTrue(bytes.contains("CREATE TABLE ballot"));
        TreeMap<String, String> places = new TreeMap<>();
        for (int i = 0; i < ballots; i++) {
            String id = Samples.ballot(i).ballotId();
            places.put(id, "byte " + bytes.indexOf(id));
            places.put(Samples.card(i), "byte " + bytes.indexOf(Samples.card(i)));
        }
        try (Connection connection = connect(box);
                Statement statement = connection.createStatement()) {
            strings(statement, "SELECT name || path || '=' || pageno FROM dbstat")
                    .forEach(page -> places.put("page " + page, ""));
        }
        return places;
    }

    /**
     * The pages without encryption, byte for byte where they were. By hand, after the design of
     * SQLCipher 4 (AES-256-CBC, the page's IV in its reserved 80 bytes): SQLite's own rekeying
     * would rewrite the file in key order.
     */
    private static String decrypted(Path box) throws IOException, GeneralSecurityException {
        byte[] file = Files.readAllBytes(box);
        SecretKeySpec key = new SecretKeySpec(Samples.key(4).expand("pages"), "AES");
        StringBuilder plain = new StringBuilder("SQLite format 3\0");
        for (int page = 0; page < file.length; page += 4096) {
            int from = page == 0 ? 16 : page;
            int end = page + 4096 - 80;
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(file, end, 16));
            byte[] content = cipher.doFinal(file, from, end - from);
            plain.append(new String(content, StandardCharsets.ISO_8859_1));
            plain.append(".".repeat(80));
        }
        return plain.toString();
    }

    /** A connection to a copy that leaves the pages as they are. */
    private Connection connect(Path box) throws IOException, SQLException {
        Path copy = folder.resolve(box.getFileName() + ".copy");
        Files.copy(box, copy, StandardCopyOption.REPLACE_EXISTING);
        return JDBC.createConnection(
                "jdbc:sqlite:" + copy,
                SQLiteMCSqlCipherConfig.getV4Defaults()
                        .withRawUnsaltedKey(Samples.key(4).expand("pages"))
                        .build()
                        .toProperties());
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var result = statement.executeQuery(sql)) {
            while (result.next()) {
                strings.add(result.getString(1));
            }
        }
        return strings;
    }

    private static List<Integer> order(int ballots, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, ballots).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static BallotBoxStore filled(Path file, List<Integer> order) {
        BallotBoxStore box =
                BallotBoxStore.create(file, Samples.key(4), Samples.ELECTION, Samples.BOOTH, 4);
        order.forEach(i -> assertStored(box.cast(Samples.card(i), Samples.ballot(i))));
        return box;
    }

    private static BallotBoxStore reopen(Path file) {
        return BallotBoxStore.open(file, Samples.key(4), Samples.ELECTION, Samples.BOOTH, 4);
    }

    private static BoxOutcome.Stored assertStored(BoxOutcome outcome) {
        return assertInstanceOf(BoxOutcome.Stored.class, outcome);
    }

    private BallotBoxStore create(int batchMinimum) {
        return BallotBoxStore.create(
                file, Samples.key(4), Samples.ELECTION, Samples.BOOTH, batchMinimum);
    }

    private BallotBoxStore open(int batchMinimum) {
        return BallotBoxStore.open(
                file, Samples.key(4), Samples.ELECTION, Samples.BOOTH, batchMinimum);
    }
}
