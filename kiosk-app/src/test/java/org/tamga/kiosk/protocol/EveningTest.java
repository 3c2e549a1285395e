package org.tamga.kiosk.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.election.wire.WireFormatException;
import org.tamga.kiosk.closing.ClosingViewModel;
import org.tamga.kiosk.closing.FinalReport;
import org.tamga.kiosk.count.CountViewModel;
import org.tamga.kiosk.fixture.TestStation;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;

@DisplayName("The evening at the operator's table")
class EveningTest {
    private static final Map<String, Long> RIGHT =
            Map.ofEntries(
                    Map.entry("L09", 0L),
                    Map.entry("L11@president", 3L),
                    Map.entry("L16@president", 1L),
                    Map.entry("L17@president", 2L),
                    Map.entry("L20@president@p-1", 2L),
                    Map.entry("L20@president@p-2", 0L),
                    Map.entry("L20@president@p-3", 0L),
                    Map.entry("L11@council", 3L),
                    Map.entry("L16@council", 0L),
                    Map.entry("L17@council", 3L));

    @TempDir static Path made;
    private static TestStation provisioned;

    @TempDir Path folder;
    private final Messages messages = Messages.load();
    private TestStation station;
    private StationTerminal terminal;
    private StationDesks desks;
    private CountViewModel count;
    private ProtocolViewModel protocol;

    @BeforeAll
    static void provision() {
        provisioned = TestStation.create(made);
    }

    @BeforeEach
    void start() {
        station = provisioned.copyTo(folder);
        unlock();
        var journal = terminal.journal();
        journal.append(EventType.STATION_OPENED, Map.of());
        TestStation.checkIn(journal, 1, "PAPER");
        TestStation.checkIn(journal, 2, "PAPER");
        TestStation.checkIn(journal, 3, "ONLINE");
    }

    private void unlock() {
        terminal = station.operator();
        var kit = SimulatedKit.in(terminal.locked().home()).kit();
        desks = new StationDesks(terminal, kit, messages, () -> Language.KY, TestStation.CLOCK);
        count = new CountViewModel(desks.count(), terminal.station(), UiThreads.direct());
        protocol =
                new ProtocolViewModel(
                        desks.protocol(),
                        desks.count(),
                        new ProtocolCopies(terminal.documents(), kit.pagePrinter()),
                        terminal.station(),
                        terminal.files()::officialKey,
                        kit.signingToken(),
                        UiThreads.direct(),
                        message -> messages.text(Language.KY, message));
        count.refresh();
        protocol.refresh();
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    @Test
    @DisplayName(
            "leads from closing over two differing entries to a sealed protocol, restarts included")
    void wholeEvening() throws IOException {
        close();
        type(official(2), RIGHT);
        assertEquals(CountViewModel.Phase.CHOOSE, count.phaseProperty().get());
        assertTrue(count.field("L11@president").get().isEmpty(), "blind to the first entry");
        restart();
        var wrong = new java.util.HashMap<>(RIGHT);
        wrong.put("L20@president@p-1", 1L);
        type(official(3), wrong);
        assertEquals(CountViewModel.Phase.DIFFERENT, count.phaseProperty().get());
        assertEquals("L20@president@p-1", count.differences().getFirst().line());
        protocol.refresh();
        assertEquals(ProtocolViewModel.Stage.COUNTING, protocol.stageProperty().get());
        count.correct(count.typists().getLast());
        assertEquals(1, count.asked().size(), "only the line in dispute is typed again");
        count.field("L20@president@p-1").set("2");
        count.submit();
        assertEquals(CountViewModel.Phase.AGREED, count.phaseProperty().get());

        protocol.refresh();
        assertEquals(ProtocolViewModel.Stage.DRAFT, protocol.stageProperty().get());
        protocol.balance();
        assertEquals(ProtocolViewModel.Stage.DRAFT, protocol.stageProperty().get());
        assertEquals("K13@president", protocol.warnings().getFirst().key());
        protocol.answerTo(protocol.warnings().getFirst()).set("Бир бюллетень бузулган, акт № 1");
        protocol.balance();
        assertEquals(ProtocolViewModel.Stage.BALANCED, protocol.stageProperty().get());
        sign(1, "wrong");
        assertEquals(Message.ofCode("SG-02"), protocol.answerProperty().get());
        sign(2, TestStation.CODE);
        restart();
        assertEquals(List.of(official(2)), ids(), "a signature survives the restart");
        sign(3, TestStation.CODE);
        assertEquals("protocol.signed.chair", protocol.answerProperty().get().key());
        sign(1, TestStation.CODE);
        protocol.seal();
        assertEquals(ProtocolViewModel.Stage.SEALED, protocol.stageProperty().get());
        restart();
        assertEquals(ProtocolViewModel.Stage.SEALED, protocol.stageProperty().get());
        protocol.printCopies(2);
        restart();
        protocol.printCopies(1);
        assertEquals(List.of(3), protocol.answerProperty().get().arguments());

        sealedPdf(((ProtocolDesk.Sealed) desks.protocol().stage()));
    }

    @Test
    @DisplayName(
            "a power cut between sealing and queueing does not keep the protocol from the centre")
    void cutBetweenSealAndQueue() throws IOException, WireFormatException {
        close();
        type(official(2), RIGHT);
        type(official(3), RIGHT);
        protocol.refresh();
        protocol.balance();
        protocol.answerTo(protocol.warnings().getFirst()).set("Бир бюллетень бузулган, акт № 1");
        protocol.balance();
        for (var place : List.of(2, 3, 1)) {
            sign(place, TestStation.CODE);
        }
        var signed = ((ProtocolDesk.Signed) desks.protocol().stage()).protocol();
        terminal.journal()
                .append(EventType.PROTOCOL_SEALED, Map.of("version", "1", "hash", signed.hash()));
        assertEquals(List.of(), queued());
        restart();
        assertEquals(List.of("protocol/v1/sealed"), queued());
        var bundle = terminal.outbox().items().getLast().item().read().contentBytes();
        assertTrue(FileBundle.read(bundle).files().containsKey("journal-head.json.sig"));
    }

    @Test
    @DisplayName("draws the protocol up as of one moment, whatever the journal takes in meanwhile")
    void journalGoesOnWhileBalancing() throws InterruptedException {
        close();
        type(official(2), RIGHT);
        type(official(3), RIGHT);
        protocol.refresh();
        protocol.answerTo(protocol.warnings().getFirst()).set("Бир бюллетень бузулган, акт № 1");
        var done = new AtomicBoolean();
        var delivering =
                Thread.startVirtualThread(
                        () -> {
                            while (!done.get()) {
                                terminal.journal()
                                        .appendAsSystem(
                                                EventType.SYNC_LOST, Map.of("reason", "SY-01"));
                            }
                        });
        protocol.balance();
        done.set(true);
        delivering.join();
        var balanced = ((ProtocolDesk.Balanced) desks.protocol().stage()).protocol();
        var recorded = terminal.journal().last(EventType.PROTOCOL_BALANCED).orElseThrow();
        assertEquals(recorded.data().get("hash"), balanced.hash());
    }

    @Test
    @DisplayName("no screen stays busy after a store that fails")
    void failureLeavesNothingBusy() {
        close();
        type(official(2), RIGHT);
        type(official(3), RIGHT);
        protocol.refresh();
        protocol.answerTo(protocol.warnings().getFirst()).set("Бир бюллетень бузулган, акт № 1");
        desks.close();
        assertThrows(RuntimeException.class, protocol::balance);
        assertFalse(protocol.busyProperty().get());
        unlock();
    }

    private List<String> queued() {
        return terminal.outbox().items().stream()
                .map(item -> item.key())
                .filter(key -> key.startsWith("protocol"))
                .toList();
    }

    private void close() {
        var closing =
                new ClosingViewModel(
                        desks.closing(),
                        terminal.journal(),
                        terminal.station(),
                        new FinalReport(
                                terminal.electionPackage(),
                                terminal.station(),
                                TestStation.OPERATOR,
                                messages),
                        desks.printing(),
                        UiThreads.direct(),
                        () -> Language.KY,
                        () -> List.of(folder),
                        () -> {});
        closing.refresh();
        closing.importBooths();
        assertEquals("closing.nothingFound", closing.answerProperty().get().key());
        closing.close();
        assertEquals("closing.printed", closing.answerProperty().get().key());
        station.closeBooth(folder);
        closing.importBooths();
        assertEquals("closing.imported", closing.answerProperty().get().key());
        assertEquals(1, closing.stateProperty().get().cast());
        closing.importBooths();
        assertEquals(Message.ofCode("CL-06"), closing.answerProperty().get());
    }

    private void type(String official, Map<String, Long> values) {
        count.typistProperty().set(terminal.station().official(official).orElseThrow());
        count.begin();
        assertEquals(CountViewModel.Phase.TYPING, count.phaseProperty().get());
        for (var line : count.lines()) {
            count.field(line.key()).set(Long.toString(values.getOrDefault(line.key(), 0L)));
        }
        count.field("L16@council").set("7");
        assertTrue(
                count.broken().stream().anyMatch(outcome -> outcome.key().equals("K02@council")),
                "a broken ratio shows while it is typed");
        count.field("L16@council").set("0");
        count.submit();
    }

    private void sign(int place, String password) {
        protocol.officialProperty().set(terminal.station().official(official(place)).orElseThrow());
        protocol.passwordProperty().set(password);
        protocol.sign();
        assertEquals("", protocol.passwordProperty().get());
    }

    private static String official(int place) {
        return TestStation.official(place);
    }

    private List<String> ids() {
        return protocol.signers().stream().map(signer -> signer.id()).toList();
    }

    private void restart() {
        desks.close();
        unlock();
    }

    private void sealedPdf(ProtocolDesk.Sealed sealed) throws IOException {
        var pdf = Files.write(Path.of("target", "protocol-test.pdf"), sealed.pdf());
        try (var document = Loader.loadPDF(sealed.pdf())) {
            var text = new PDFTextStripper().getText(document);
            for (var word : List.of("Үлгүбаев", "Айүлгү", "көчөсү", "Қасымов", "Жұмабаева")) {
                assertTrue(text.contains(word), word);
            }
            var embedded =
                    document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("protocol-v1.json");
            assertArrayEquals(
                    sealed.protocol().bytes(),
                    Objects.requireNonNull(embedded).getEmbeddedFile().toByteArray());
            assertEquals(3, document.getSignatureDictionaries().size());
        }
        var report = pdfsig(pdf);
        assumeTrue(report.isPresent(), "pdfsig is not installed");
        var text = report.orElseThrow();
        assertEquals(3, text.split("Signature is Valid", -1).length - 1, text);
        assertFalse(text.contains("not signed"), text);
    }

    private static Optional<String> pdfsig(Path pdf) throws IOException {
        try {
            var process =
                    new ProcessBuilder("pdfsig", "-nocert", pdf.toString())
                            .redirectErrorStream(true)
                            .start();
            return Optional.of(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Cannot run program")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
