package org.tamga.kiosk.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.fixture.TestStation;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.station.store.BoxCounts;

@DisplayName("A voter at the booth")
class BoothTest {
    @TempDir static Path made;
    private static TestStation provisioned;

    @TempDir Path folder;
    private TestStation station;
    private BoothTerminal terminal;
    private BoothDesk booth;
    private VotingViewModel voter;
    private int ended;

    @BeforeAll
    static void provision() {
        provisioned = TestStation.create(made);
    }

    @BeforeEach
    void open() {
        station = provisioned.copyTo(folder);
        terminal = station.booth();
        booth = new BoothDesk(terminal, kit(), Messages.load());
        voter =
                new VotingViewModel(
                        terminal.desk(),
                        booth,
                        UiThreads.direct(),
                        () -> Language.KK,
                        () -> ended++);
        booth.open();
    }

    private BoothKit kit() {
        var opening = TerminalKit.open(TerminalKit.DEMO, station.lockedBooth());
        return BoothKit.of(((TerminalKit.Opened) opening).kit().devices());
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    @DisplayName("chooses, reviews, changes, casts, and leaves nothing behind")
    void wholeVote() {
        var card = station.card("bs-1");
        voter.present(card);
        assertEquals(VotingStep.CONTEST, voter.stepProperty().get());
        voter.choose("p-1");
        voter.choose("p-2");
        assertEquals(List.of("p-2"), voter.contests().getFirst().chosen());
        voter.next();
        var council = voter.contests().get(1);
        List.of("c-1", "c-2", "c-3", "c-4").forEach(voter::choose);
        assertEquals(List.of("c-1", "c-2", "c-3"), council.chosen(), "a fourth is not taken");
        assertFalse(council.selectable("c-4").get());
        voter.choose("c-2");
        assertTrue(council.selectable("c-4").get());
        voter.next();
        assertEquals(VotingStep.REVIEW, voter.stepProperty().get());
        assertEquals(1, council.votesLeft());
        voter.change(0);
        voter.choose("p-3");
        voter.next();
        assertEquals(VotingStep.REVIEW, voter.stepProperty().get(), "straight back to the review");

        voter.encrypt();
        var code = voter.codeProperty().get();
        assertTrue(code.matches("[0-9a-f]{64}"));
        assertEquals("ballot.printed", voter.printingProperty().get().key());
        assertTrue(Files.exists(folder.resolve("home-B/slips/last.png")));
        assertEquals(new BoxCounts(0, 0, 0), booth.counts(), "encrypted is not yet cast");
        voter.cast();
        assertEquals(VotingStep.THANKS, voter.stepProperty().get());
        assertEquals(new BoxCounts(1, 0, 1), booth.counts());
        voter.finish();

        assertEquals(1, ended);
        assertTrue(voter.contests().isEmpty());
        assertEquals("", voter.codeProperty().get());
        assertTrue(council.chosen().isEmpty());
        voter.present(card);
        assertEquals("BC-05", voter.refusalProperty().get());
    }

    @Test
    @DisplayName("leaves no row of slips that would tell whose ballot is whose")
    void slipsWithoutOrder() throws IOException {
        var codes = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            voter.present(station.card("bs-2"));
            voter.next();
            voter.encrypt();
            codes.add(voter.codeProperty().get());
            voter.cast();
            voter.finish();
        }
        var slips = folder.resolve("home-B/slips");
        try (var kept = Files.list(slips)) {
            var names = kept.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("last.pdf", "last.png"), names);
        }
        for (var file : List.of("last.pdf", "last.png")) {
            assertEquals(0, Files.getLastModifiedTime(slips.resolve(file)).toMillis());
        }
        try (var document = Loader.loadPDF(slips.resolve("last.pdf").toFile())) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains(codes.getLast()), text);
            assertFalse(text.contains(codes.getFirst()));
        }
    }

    @Test
    @DisplayName("may check the encryption and then votes with the same card")
    void challenge() {
        voter.present(station.card("bs-2"));
        voter.next();
        voter.encrypt();
        var first = voter.codeProperty().get();
        voter.challenge();
        assertEquals(VotingStep.CHALLENGED, voter.stepProperty().get());
        assertEquals(new BoxCounts(0, 1, 0), booth.counts());
        voter.voteAgain();
        voter.choose("p-1");
        voter.next();
        voter.encrypt();
        assertNotEquals(first, voter.codeProperty().get());
        voter.cast();
        assertEquals(new BoxCounts(1, 1, 1), booth.counts());
    }

    @Test
    @DisplayName("who falls silent is asked, then the vote ends and the card stays good")
    void silence() {
        var card = station.card("bs-2");
        voter.present(card);
        voter.choose("p-1");
        voter.next();
        voter.encrypt();
        for (var second = 0; second < 80; second++) {
            voter.tick();
        }
        assertTrue(voter.secondsLeftProperty().get() < 30);
        voter.touch();
        assertTrue(voter.secondsLeftProperty().get() > 1000);
        for (var second = 0; second < 110; second++) {
            voter.tick();
        }
        assertEquals(VotingStep.WELCOME, voter.stepProperty().get());
        assertEquals(new BoxCounts(0, 0, 0), booth.counts());
        voter.present(card);
        assertEquals(VotingStep.CONTEST, voter.stepProperty().get());
    }

    @Test
    @DisplayName("is told why a card opens nothing, each reason by its own code")
    void refusals() {
        refused("TAMGA1.nonsense", "BC-01");
        refused(station.card("0102", "bs-1"), "BC-03");
        refused(TestStation.forgedCard(), "BC-04");
        refused(station.card("bs-9"), "BC-06");
        refused(station.unlistedCard(), "BC-09");
    }

    @Test
    @DisplayName("finds no booth that opens without the centre's list of cards")
    void cardListMissing() throws IOException {
        for (var damage : List.of("", "[]")) {
            var copy = folder.resolve("copy" + damage.length());
            TestStation.copy(folder.resolve("home-B"), copy);
            Files.writeString(copy.resolve("package/cards-0101.json"), damage);
            assertEquals(
                    new Unlocking.Refused<BoothTerminal>("BO-04"),
                    BoothTerminal.unlock(
                            TestStation.locked(copy), TestStation.codes(), TestStation.CLOCK));
        }
    }

    private void refused(String card, String code) {
        voter.present(card);
        assertEquals(VotingStep.REFUSED, voter.stepProperty().get());
        assertEquals(code, voter.refusalProperty().get());
        voter.finish();
    }

    @Test
    @DisplayName("a ballot in the box survives the loss of power, and the journal says so")
    void powerLoss() {
        voter.present(station.card("bs-2"));
        voter.next();
        voter.encrypt();
        voter.cast();
        var killed = folder.resolve("killed");
        TestStation.copy(folder.resolve("home-B"), killed);
        var locked = TestStation.locked(killed);
        var again =
                (Unlocking.Unlocked<BoothTerminal>)
                        BoothTerminal.unlock(locked, TestStation.codes(), TestStation.CLOCK);
        try (var restarted = again.terminal()) {
            assertTrue(restarted.desk().isOpen());
            assertEquals(new BoxCounts(1, 0, 1), restarted.box().counts());
            assertTrue(
                    restarted.journal().events().stream()
                            .anyMatch(
                                    line ->
                                            line.event().type()
                                                    == EventType.RESTARTED_AFTER_POWER_LOSS));
        }
    }

    @Test
    @DisplayName("officials close the booth; its files say nothing of the order of votes")
    void closing() throws IOException {
        for (var i = 0; i < 3; i++) {
            voter.present(station.card("bs-2"));
            voter.next();
            voter.encrypt();
            voter.cast();
            voter.finish();
        }
        var stick = Files.createDirectories(folder.resolve("stick"));
        var officials =
                new OfficialsViewModel(
                        booth, UiThreads.direct(), () -> Language.RU, () -> List.of(stick));
        officials.refresh();
        assertEquals(OfficialsViewModel.BoothPhase.OPEN, officials.phaseProperty().get());
        assertEquals("BO-03", ((BoothDesk.NotWritten) booth.exportTo(stick)).code());
        officials.closeBooth();
        assertEquals("ballot.officials.closed", officials.answerProperty().get().key());
        officials.export();

        var written = stick.resolve("station-0101/0101-B");
        assertEquals(
                3,
                Files.readString(written.resolve("ballots.jsonl"), StandardCharsets.UTF_8)
                        .lines()
                        .count());
        assertTrue(Files.exists(written.resolve("booth-closing.json.sig")));
        assertTrue(Files.exists(stick.resolve("tamga/0101/0101-B")));
        voter.present(station.card("bs-2"));
        assertEquals("BC-07", voter.refusalProperty().get());
    }

    @Test
    @DisplayName("is thanked when the ballot is in the box, even if the journal failed then")
    void journalFails() {
        for (var others = 1; others < batch(); others++) {
            castAtDesk();
        }
        voter.present(station.card("bs-2"));
        voter.next();
        voter.encrypt();
        terminal.journal().close();
        voter.cast();
        assertEquals(VotingStep.THANKS, voter.stepProperty().get());
        assertEquals(1, terminal.box().batches().size());
        voter.fail("KA-00");
        assertEquals(VotingStep.THANKS, voter.stepProperty().get());
    }

    @Test
    @DisplayName("is told what the box says if something fails between box and screen")
    void failureWhileCasting() {
        var card = station.card("bs-2");
        voter.present(card);
        voter.next();
        voter.encrypt();
        var code = voter.codeProperty().get();
        voter.fail("KA-00");
        assertEquals("KA-00", voter.refusalProperty().get(), "nothing was cast");
        voter.finish();
        voter.present(card);
        voter.next();
        voter.encrypt();
        assertNotEquals(code, voter.codeProperty().get());
        var accepted = (VotingDesk.CardAccepted) terminal.desk().read(card);
        castAtDesk(accepted);
        voter.fail("KA-00");
        assertEquals(VotingStep.THANKS, voter.stepProperty().get());
        voter.finish();

        voter.present(station.card("bs-2"));
        voter.next();
        voter.encrypt();
        terminal.box().close();
        voter.cast();
        assertEquals("BC-08", voter.refusalProperty().get(), "the box does not answer");
    }

    @Test
    @DisplayName("is not told of a failure elsewhere while the ballot is on its way into the box")
    void failureMeanwhile() {
        var running = new ArrayDeque<Runnable>();
        voter =
                new VotingViewModel(
                        terminal.desk(),
                        booth,
                        new UiThreads(running::add, Runnable::run),
                        () -> Language.KK,
                        () -> ended++);
        voter.present(station.card("bs-2"));
        running.remove().run();
        voter.next();
        voter.encrypt();
        running.remove().run();
        voter.cast();
        voter.fail("KA-00");
        assertEquals("", voter.refusalProperty().get());
        running.remove().run();
        assertEquals(VotingStep.THANKS, voter.stepProperty().get());
        assertEquals(new BoxCounts(1, 0, 1), booth.counts());
    }

    @Test
    @DisplayName("killed between box and journal: the card is spent, the batch is recorded later")
    void killedBetweenBoxAndJournal() {
        for (var others = 1; others < batch(); others++) {
            castAtDesk();
        }
        var card = station.card("bs-2");
        var accepted = (VotingDesk.CardAccepted) terminal.desk().read(card);
        terminal.journal().close();
        castAtDesk(accepted);
        var killed = folder.resolve("killed");
        TestStation.copy(folder.resolve("home-B"), killed);
        var again =
                (Unlocking.Unlocked<BoothTerminal>)
                        BoothTerminal.unlock(
                                TestStation.locked(killed), TestStation.codes(), TestStation.CLOCK);
        try (var restarted = again.terminal()) {
            assertEquals(new VotingDesk.CardRefused(CardFault.SPENT), restarted.desk().read(card));
            restarted.desk().close();
            assertEquals(
                    restarted.box().batches().size(),
                    restarted.journal().events().stream()
                            .filter(line -> line.event().type() == EventType.BATCH_LOGGED)
                            .count());
        }
    }

    private void castAtDesk() {
        castAtDesk((VotingDesk.CardAccepted) terminal.desk().read(station.card("bs-2")));
    }

    private void castAtDesk(VotingDesk.CardAccepted accepted) {
        var desk = terminal.desk();
        assertInstanceOf(
                VotingDesk.Cast.class,
                desk.cast(accepted.card(), desk.encrypt(accepted.card(), Map.of())));
    }

    /** Ballots that wait when a batch enters the log. */
    private int batch() {
        return 2 * terminal.electionPackage().policies().logBatchMinimum();
    }

    @Test
    @DisplayName("a power cut between closing the box and its event leaves nothing unrecorded")
    void cutWhileClosing() {
        voter.present(station.card("bs-2"));
        voter.next();
        voter.encrypt();
        voter.cast();
        terminal.box().closeVoting();
        assertEquals(0, recorded(EventType.BOOTH_CLOSED));
        booth.close();
        booth.close();
        assertEquals(1, recorded(EventType.BOOTH_CLOSED));
        assertEquals(1, recorded(EventType.BATCH_LOGGED));
    }

    private long recorded(EventType type) {
        return terminal.journal().events().stream()
                .filter(line -> line.event().type() == type)
                .count();
    }

    @Test
    @DisplayName("a genuine package of another election is refused")
    void otherElection() throws IOException {
        var copy = folder.resolve("copy");
        TestStation.copy(folder.resolve("home-B"), copy);
        var config = copy.resolve("terminal.json");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst("\"electionId\":\"[^\"]*", "\"electionId\":\"ky-2031"));
        var refused =
                assertInstanceOf(
                        LockedTerminal.Unusable.class,
                        LockedTerminal.prepare(copy, TerminalKind.BOOTH, TestStation.CLOCK));
        assertEquals("SU-06", refused.code());
    }
}
