package org.tamga.station.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.SignedCheckpoint;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalCheck;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.JournalVerdict;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.Samples;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxItem;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.sync.ItemSources;

@DisplayName("The record of a terminal")
class RecordExportTest {
    @TempDir Path folder;
    private final Ed25519Signer signer = Ed25519Signer.generate();

    @Test
    void of_an_operator_is_a_journal_that_ends_where_its_signed_head_says()
            throws IOException, WireFormatException {
        try (JournalStore journal = journal(Samples.OPERATOR)) {
            Path written = RecordExport.operator(folder, Samples.STATION, journal, signer);
            assertEquals(folder.resolve("station-0101").resolve("0101-A"), written);
            byte[] head = Files.readAllBytes(written.resolve("journal-head.json"));
            assertTrue(
                    signature(written, "journal-head.json")
                            .verifies(SignedKind.JOURNAL_HEAD, head, signer.publicKey()));
            List<SignedEvent> events = new ArrayList<>();
            for (String line : Files.readAllLines(written.resolve("journal.jsonl"))) {
                events.add(SignedEvent.parse(line.getBytes(StandardCharsets.UTF_8)));
            }
            assertInstanceOf(
                    JournalVerdict.Intact.class,
                    JournalCheck.verifyUpTo(
                            CanonicalJson.read(head, JournalHead.class),
                            signer.publicKey(),
                            events));
            byte[] before = Files.readAllBytes(written.resolve("journal.jsonl"));
            RecordExport.operator(folder, Samples.STATION, journal, signer);
            assertArrayEquals(before, Files.readAllBytes(written.resolve("journal.jsonl")));
        }
    }

    @Test
    void of_a_booth_is_sorted_bears_no_time_and_agrees_with_its_closing()
            throws IOException, WireFormatException {
        BoothFiles files = closedBooth(11);
        Path written;
        try (JournalStore journal = journal(Samples.BOOTH)) {
            written = RecordExport.booth(folder, Samples.STATION, journal, files, signer);
        }
        try (Stream<Path> each = Files.list(written)) {
            Set<FileTime> times = each.map(RecordExportTest::time).collect(Collectors.toSet());
            assertEquals(Set.of(FileTime.from(RecordExport.NO_TIME)), times);
        }
        List<String> ballots = Files.readAllLines(written.resolve("ballots.jsonl"));
        assertEquals(12, ballots.size());
        List<String> ids = ballots.stream().map(RecordExportTest::ballotId).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
        byte[] statement = Files.readAllBytes(written.resolve("booth-closing.json"));
        BoothClosing closing = CanonicalJson.read(statement, BoothClosing.class);
        assertEquals(11, closing.cast());
        assertEquals(1, closing.spoiled());
        assertEquals(11, closing.cards());
        assertEquals(
                Digests.sha256Hex(Files.readAllBytes(written.resolve("ballots.jsonl"))),
                closing.ballots());
        assertTrue(
                signature(written, "booth-closing.json")
                        .verifies(SignedKind.BOOTH_CLOSING, statement, signer.publicKey()));
        assertEquals(12, Files.readAllLines(written.resolve("log.jsonl")).size());
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(Files.readString(written.resolve("checkpoint.txt")));
        assertEquals(12, checkpoint.checkpoint().size());
        assertEquals(closing.root(), Hex.of(checkpoint.checkpoint().rootHash()));
        assertTrue(checkpoint.isSignedBy("tamga-log/ky-test/0101/0101-B", signer.publicKey()));
    }

    @Test
    void of_a_booth_goes_out_in_items_that_give_it_back() throws WireFormatException {
        BoothFiles files = closedBooth(30);
        Map<String, byte[]> head = Map.of("journal-head.json", new byte[] {'{', '}'});
        try (OutboxStore outbox =
                OutboxStore.create(
                        folder.resolve("outbox.db"),
                        Samples.key(5),
                        Samples.ELECTION,
                        Samples.STATION,
                        Samples.BOOTH,
                        signer)) {
            ItemSources.booth(files, head, outbox);
            ItemSources.booth(files, head, outbox);
            List<OutboxItem> items = outbox.items();
            assertEquals(2, items.size());
            assertArrayEquals(
                    files.files().get(BoothFiles.BALLOTS),
                    items.getFirst().item().read().contentBytes());
            var closing = FileBundle.read(items.getLast().item().read().contentBytes()).decoded();
            assertTrue(closing.containsKey("journal-head.json"));
            assertTrue(closing.containsKey(BoothFiles.CHECKPOINT));
        }
    }

    private BoothFiles closedBooth(int cast) {
        try (BallotBoxStore box =
                BallotBoxStore.create(
                        folder.resolve("ballots.db"),
                        Samples.key(4),
                        Samples.ELECTION,
                        Samples.BOOTH,
                        4)) {
            for (int i = 0; i < cast; i++) {
                box.cast(Samples.card(i), Samples.ballot(i));
            }
            box.spoil(Samples.ballot(99, BallotState.SPOILED));
            return BoothFiles.of(
                    Samples.ELECTION, Samples.STATION, Samples.BOOTH, box.closeVoting(), signer);
        }
    }

    private JournalStore journal(String terminal) {
        JournalStore journal =
                JournalStore.create(
                        folder.resolve("journal.db"),
                        Samples.key(1),
                        Samples.ELECTION,
                        terminal,
                        signer);
        journal.append(
                EventType.INSTALLED, Samples.MORNING, "system", Map.of("software", "Tamga test"));
        journal.append(EventType.SYNC_CONNECTED, Samples.MORNING, "system", Map.of());
        return journal;
    }

    private static DetachedSignature signature(Path written, String name)
            throws IOException, WireFormatException {
        return DetachedSignature.parse(Files.readAllBytes(written.resolve(name + ".sig")));
    }

    private static String ballotId(String line) {
        int at = line.indexOf("\"ballotId\":\"") + 12;
        return line.substring(at, at + 32);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
