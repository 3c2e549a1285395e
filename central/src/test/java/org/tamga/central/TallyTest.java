package org.tamga.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.ingest.Ingested;
import org.tamga.central.ingest.ItemIngest;
import org.tamga.central.register.Publication;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.tally.ConfirmationCodes;
import org.tamga.central.tally.GuardianExchange;
import org.tamga.central.tally.GuardianFolder;
import org.tamga.central.tally.RecordWriter;
import org.tamga.central.tally.TallyRun;
import org.tamga.election.ballot.BallotEncryptor;
import org.tamga.election.ballot.BallotLog;
import org.tamga.election.ballot.BallotSignatures;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.ballot.EncryptedTally;
import org.tamga.election.ballot.PendingBallot;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalChain;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/** Real ballots of two booths, real guardians in folders of their own. */
class TallyTest {
    private static final PrintStream NOWHERE = new PrintStream(PrintStream.nullOutputStream());

    @TempDir Path folder;
    private Centre centre;
    private ElectionPackage election;
    private ItemIngest ingest;
    private TallyRun run;
    private final Map<String, Long> chosen = new HashMap<>();

    @BeforeEach
    void open() {
        centre = Centre.open(TestHomes.copyTo(folder.resolve("home")), null);
        election = new Publication(centre, Instant.now()).run().electionPackage();
        ingest = new Service(centre, Clock.systemUTC()).ingest();
        run = new TallyRun(centre, election);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void the_tally_is_what_was_chosen_and_small_stations_are_decrypted_together()
            throws IOException {
        deliver("0101", vote("0101", 9), List.of());
        deliver("0102", vote("0102", 3), List.of(spoiled("0102")));
        assertEquals(
                List.of("0101+0102"), run.prepare(NOWHERE).stream().map(t -> t.tallyId()).toList());
        run.decrypt(List.of(1, 3));
        List<DecryptedTally> tallies = run.combine();
        assertEquals(12, tallies.getFirst().encrypted().ballots());
        assertEquals(chosen, votes(tallies.getFirst()));

        new ResultsReader(centre.database(), election).publish(tallies);
        Path record = folder.resolve("record");
        new RecordWriter(centre, election, record).write(tallies, Instant.now());
        JsonNode files =
                new ObjectMapper().readTree(record.resolve("manifest.json").toFile()).get("files");
        for (String name :
                List.of(
                        "station-0101/0101-B/ballots.jsonl",
                        "station-0102/0102-B/booth-closing.json.sig",
                        "election/election-package.json",
                        "results/tally.json.sig",
                        "results/results.json")) {
            assertEquals(
                    Digests.sha256Hex(Files.readAllBytes(record.resolve(name))),
                    files.path(name).asText(),
                    name);
        }
        Files.writeString(record.resolve("station-0101/0101-B/spent-cards.json"), "[\"00\"]");
        CentralFailure contradiction =
                assertThrows(
                        CentralFailure.class,
                        () ->
                                new RecordWriter(centre, election, record)
                                        .write(tallies, Instant.now()));
        assertEquals("CN-85", contradiction.code());
    }

    @Test
    void the_record_has_the_booths_journal_up_to_the_head_it_closed_with()
            throws IOException, WireFormatException {
        TestTerminal booth = booth("0101");
        var chain = new JournalChain("demo-2026", booth.id(), booth.signer());
        SignedEvent first = event(chain, EventType.BOOTH_OPENED);
        SignedEvent later = event(chain, EventType.SYNC_CONNECTED);
        keep(booth.item(ItemKind.JOURNAL, lines(List.of(first.line(), later.line()))));
        byte[] ballots = lines(booth, vote("0101", 1));
        keep(booth.item(ItemKind.BALLOTS, ballots));
        var files = FileBundle.read(closing("0101", booth, ballots, 1, 0)).decoded();
        byte[] head = CanonicalJson.write(JournalHead.of("demo-2026", first));
        files.put("journal-head.json", head);
        keep(booth.item(ItemKind.BOOTH_CLOSING, FileBundle.of(files).toBytes()));

        Path record = folder.resolve("record");
        new RecordWriter(centre, election, record).write(List.of(), Instant.now());
        Path published = record.resolve("station-0101/0101-B");
        assertArrayEquals(head, Files.readAllBytes(published.resolve("journal-head.json")));
        assertEquals(1, Files.readAllLines(published.resolve("journal.jsonl")).size());
    }

    private static SignedEvent event(JournalChain chain, EventType type) {
        return chain.next(type, Instant.parse("2026-11-22T02:00:00Z"), "system", Map.of());
    }

    private static byte[] lines(List<byte[]> lines) {
        var all = new StringBuilder();
        lines.forEach(line -> all.append(new String(line, UTF_8)).append('\n'));
        return all.toString().getBytes(UTF_8);
    }

    @Test
    void fewer_guardians_than_the_threshold_decrypt_nothing() {
        deliver("0101", vote("0101", 2), List.of());
        run.prepare(NOWHERE);
        run.decrypt(List.of(2));
        CentralFailure failure = assertThrows(CentralFailure.class, run::combine);
        assertEquals("CN-83", failure.code());
    }

    @Test
    void a_guardian_whose_part_is_another_guardians_is_found_out() throws IOException {
        deliver("0101", vote("0101", 2), List.of());
        run.prepare(NOWHERE);
        run.decrypt(List.of(1, 2));
        Path exchange = centre.home().guardianExchange();
        String second = Files.readString(exchange.resolve("decryption-2.json"));
        Files.writeString(
                exchange.resolve("decryption-1.json"),
                second.replace("\"guardian\":2", "\"guardian\":1"));
        CentralFailure failure = assertThrows(CentralFailure.class, run::combine);
        assertEquals("CN-84", failure.code());
    }

    @Test
    void a_guardian_decrypts_no_single_ballot_whatever_the_centre_asks_for() {
        List<EncryptedBallot> ballots = vote("0101", 3);
        deliver("0101", ballots, List.of());
        run.prepare(NOWHERE);
        var exchange = new GuardianExchange(centre.home().guardianExchange());
        EncryptedTally all = exchange.tallies().getFirst();
        EncryptedTally single =
                EncryptedTally.empty(election.ballotManifest(), "0101").add(ballots.getFirst());
        exchange.putTallies(List.of(single), 3);
        assertRefused("CN-37", "BL-31");
        exchange.putTallies(List.of(all, all), 3);
        assertRefused("CN-37", "BL-20");
        exchange.putTallies(List.of(all), 3);
        assertRefused("CN-37", "BL-36");
    }

    @Test
    void a_guardian_decrypts_a_sum_again_but_none_that_differs_from_it_by_a_ballot() {
        List<EncryptedBallot> ballots = vote("0101", 2);
        deliver("0101", ballots, List.of());
        run.prepare(NOWHERE);
        run.decrypt(List.of(1));
        run.decrypt(List.of(1));
        deliver("0102", vote("0102", 1), List.of());
        run.prepare(NOWHERE);
        CentralFailure failure = assertThrows(CentralFailure.class, () -> run.decrypt(List.of(1)));
        assertEquals("CN-37", failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains("BL-37"));
        run.decrypt(List.of(2));
    }

    @Test
    void a_guardian_reads_the_boxes_and_refuses_one_that_the_booth_did_not_close()
            throws IOException {
        deliver("0101", vote("0101", 2), List.of());
        run.prepare(NOWHERE);
        Path box = centre.home().guardianExchange().resolve("station-0101/0101-B");
        for (String name :
                List.of(
                        "ballots.jsonl",
                        "log.jsonl",
                        "booth-closing.json",
                        "booth-closing.json.sig")) {
            byte[] right = Files.readAllBytes(box.resolve(name));
            String changed = new String(right, UTF_8).replaceFirst("[0-9]", "x");
            Files.writeString(box.resolve(name), changed);
            assertRefused("CN-36", "0101-B");
            Files.write(box.resolve(name), right);
        }
    }

    @Test
    void a_guardian_that_does_not_know_what_it_decrypted_before_decrypts_nothing()
            throws IOException {
        deliver("0101", vote("0101", 1), List.of());
        run.prepare(NOWHERE);
        Files.delete(centre.home().guardian(1).resolve("decrypted.json"));
        assertRefused("CN-35", "decrypted.json");
    }

    private void assertRefused(String code, String what) {
        var guardian =
                new GuardianFolder(centre.home().guardian(1), centre.home().guardianExchange());
        CentralFailure failure = assertThrows(CentralFailure.class, () -> guardian.decrypt(false));
        assertEquals(code, failure.code(), failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains(what), failure.getMessage());
    }

    @Test
    void a_ballot_whose_proofs_do_not_hold_stops_the_tally() {
        List<EncryptedBallot> good = vote("0101", 2);
        EncryptedBallot first = good.get(0);
        EncryptedBallot second = good.get(1);
        var swapped =
                new EncryptedBallot(
                        first.ballotId(),
                        first.ballotStyle(),
                        first.state(),
                        second.contests(),
                        first.confirmationCode(),
                        first.terminal(),
                        null,
                        null);
        deliver("0101", List.of(swapped, second), List.of());
        CentralFailure failure = assertThrows(CentralFailure.class, () -> run.prepare(NOWHERE));
        assertEquals("CN-82", failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains(first.ballotId()));
    }

    @Test
    void a_box_without_all_ballots_it_closed_with_stops_the_tally() {
        TestTerminal booth = booth("0101");
        List<EncryptedBallot> ballots = vote("0101", 2);
        byte[] all = lines(booth, ballots);
        byte[] one = lines(booth, ballots.subList(0, 1));
        keep(booth.item(ItemKind.BALLOTS, one));
        keep(booth.item(ItemKind.BOOTH_CLOSING, closing("0101", booth, all, 2, 0)));
        CentralFailure failure = assertThrows(CentralFailure.class, () -> run.prepare(NOWHERE));
        assertEquals("CN-81", failure.code());
        assertEquals("", ConfirmationCodes.list(centre.database(), election));
    }

    @Test
    void every_ballot_that_arrived_can_be_looked_up_by_its_confirmation_code() {
        List<EncryptedBallot> cast = vote("0101", 3);
        EncryptedBallot spoiled = spoiled("0102");
        deliver("0101", cast, List.of());
        deliver("0102", List.of(), List.of(spoiled));
        var expected = new TreeSet<String>();
        cast.forEach(ballot -> expected.add("0101 CAST " + ballot.confirmationCode()));
        expected.add("0102 SPOILED " + spoiled.confirmationCode());
        assertEquals(
                List.copyOf(expected),
                ConfirmationCodes.list(centre.database(), election).lines().toList());
    }

    @Test
    void a_ballot_of_another_booth_is_refused_at_the_door() {
        byte[] foreign = lines(booth("0102"), vote("0102", 1));
        Ingested answer = receive(booth("0101").item(ItemKind.BALLOTS, foreign));
        assertEquals("CN-71", assertInstanceOf(Ingested.Refused.class, answer).code().code());
    }

    @Test
    void a_guardian_finds_a_wrong_share_out() throws IOException {
        Path exchange = folder.resolve("exchange");
        var guardians = new ArrayList<GuardianFolder>();
        for (int i = 1; i <= 3; i++) {
            guardians.add(new GuardianFolder(folder.resolve("g" + i), exchange));
            guardians.getLast().create(i, 3, 2, 20);
        }
        guardians.forEach(GuardianFolder::share);
        String share = Files.readString(exchange.resolve("share-1-to-2.json"));
        int digit = share.indexOf("\"encrypted\":\"") + "\"encrypted\":\"".length();
        char wrong = share.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(
                exchange.resolve("share-1-to-2.json"),
                share.substring(0, digit) + wrong + share.substring(digit + 1));
        CentralFailure failure =
                assertThrows(CentralFailure.class, () -> guardians.get(1).receive());
        assertEquals("CN-32", failure.code());
        assertEquals(3, new GuardianExchange(exchange).publicKeys().size());
    }

    private TestTerminal booth(String station) {
        return new TestTerminal(centre.home().root(), station, station + "-B");
    }

    /** Random choices, remembered in {@link #chosen}. */
    private List<EncryptedBallot> vote(String station, int ballots) {
        var random = new Random(7);
        var cast = new ArrayList<EncryptedBallot>();
        try (BallotEncryptor encryptor = encryptor(station)) {
            for (int i = 0; i < ballots; i++) {
                var choices = new HashMap<String, List<String>>();
                for (Contest contest : election.contests()) {
                    var candidates =
                            new ArrayList<>(
                                    contest.candidates().stream().map(Candidate::id).toList());
                    Collections.shuffle(candidates, random);
                    int marks = random.nextInt(contest.votesAllowed() + 1);
                    choices.put(contest.id(), List.copyOf(candidates.subList(0, marks)));
                    choices.get(contest.id())
                            .forEach(id -> chosen.merge(contest.id() + "/" + id, 1L, Long::sum));
                }
                try (PendingBallot ballot = encryptor.encrypt("bs-1", choices)) {
                    cast.add(ballot.cast());
                }
            }
        }
        return cast;
    }

    private EncryptedBallot spoiled(String station) {
        try (BallotEncryptor encryptor = encryptor(station);
                PendingBallot ballot =
                        encryptor.encrypt("bs-2", Map.of("president", List.of("p-1")))) {
            return ballot.challenge();
        }
    }

    private BallotEncryptor encryptor(String station) {
        return new BallotEncryptor(
                election.ballotKeys(),
                election.ballotManifest(),
                station + "-B",
                new SecureRandom());
    }

    private void deliver(
            String station, List<EncryptedBallot> cast, List<EncryptedBallot> spoiled) {
        TestTerminal booth = booth(station);
        var all = new ArrayList<>(cast);
        all.addAll(spoiled);
        byte[] lines = lines(booth, all);
        keep(booth.item(ItemKind.BALLOTS, lines));
        keep(
                booth.item(
                        ItemKind.BOOTH_CLOSING,
                        closing(station, booth, lines, cast.size(), spoiled.size())));
    }

    private static byte[] lines(TestTerminal booth, List<EncryptedBallot> ballots) {
        var lines = new StringBuilder();
        for (EncryptedBallot ballot : ballots) {
            byte[] line = CanonicalJson.write(BallotSignatures.sign(ballot, booth.signer()));
            lines.append(new String(line, UTF_8)).append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static byte[] closing(
            String station, TestTerminal booth, byte[] lines, long cast, long spoiled) {
        var log = new BallotLog();
        log.append(
                new String(lines, UTF_8)
                        .lines()
                        .map(line -> BallotLog.leafHash(line.getBytes(UTF_8)))
                        .toList());
        var logLines = new StringBuilder();
        log.leafHashes()
                .forEach(
                        leaf ->
                                logLines.append(
                                        "{\"batch\":1,\"leaf\":\"%s\"}\n".formatted(Hex.of(leaf))));
        byte[] json =
                CanonicalJson.write(
                        new BoothClosing(
                                "demo-2026",
                                station,
                                booth.id(),
                                cast,
                                spoiled,
                                cast,
                                Hex.of(log.root()),
                                Digests.sha256Hex(lines)));
        return FileBundle.of(
                        Map.of(
                                "booth-closing.json", json,
                                "booth-closing.json.sig",
                                        booth.signer()
                                                .sign(SignedKind.BOOTH_CLOSING, json)
                                                .toBytes(),
                                "log.jsonl", logLines.toString().getBytes(UTF_8),
                                "spent-cards.json", "[]".getBytes(UTF_8)))
                .toBytes();
    }

    private Ingested receive(SignedItem item) {
        return ingest.receive(item.toBytes(), null, null);
    }

    private void keep(SignedItem item) {
        Ingested answer = receive(item);
        assertInstanceOf(Ingested.Kept.class, answer, String.valueOf(answer));
    }

    private static Map<String, Long> votes(DecryptedTally tally) {
        var votes = new HashMap<String, Long>();
        tally.contests()
                .forEach(
                        contest ->
                                contest.selections().stream()
                                        .filter(selection -> selection.votes() > 0)
                                        .forEach(
                                                selection ->
                                                        votes.put(
                                                                contest.contestId()
                                                                        + "/"
                                                                        + selection.candidateId(),
                                                                (long) selection.votes())));
        return votes;
    }
}
