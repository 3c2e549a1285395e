package org.tamga.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.text.Language;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.identify.Presented;
import org.tamga.kiosk.opening.OpeningOutcome;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.RegisterDigest;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("A newer register")
class RegisterExchangeTest {
    private static final int VOTERS = 6;
    private static final int STRUCK_OFF = 0;
    private static final int NEWCOMER = VOTERS;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir static Path folder;
    private static TestKit testKit;
    private static TestCentre centre;

    @TempDir Path home;
    @TempDir Path stick;
    private LockedTerminal locked;
    private SimulatedKit devices;
    private StationDesks desks;

    @BeforeAll
    static void provision() throws IOException, GeneralSecurityException {
        testKit = TestKit.create(folder.resolve("kit"), VOTERS);
        centre = new TestCentre(testKit.centre());
        testKit.centralUrl(centre.url());
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @BeforeEach
    void unlock() {
        centre.files.clear();
        locked = testKit.setUp(home, CLOCK);
        devices = SimulatedKit.in(home);
        desks = unlocked();
    }

    private StationDesks unlocked() {
        StationTerminal terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        return new StationDesks(terminal, devices.kit(), Messages.load(), () -> Language.KY, CLOCK);
    }

    @AfterEach
    void close() {
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("is fetched file by file before opening; the day counts on it, the gallery too")
    void fetched() {
        assertEquals(Optional.of("0102"), desks.terminal().register().stationOf(newcomer()));
        centre.files.put(1, firstDelta());
        centre.files.put(2, testKit.delta(3, new int[] {}, 1));

        SyncState state = desks.sync().deliver();

        assertEquals(3, state.registerVersion(), state::toString);
        assertEquals(VOTERS - 1, state.voters());
        assertEquals(VOTERS - 1, desks.terminal().journal().counters().registered());
        assertEquals(
                List.of("SNAPSHOT 1 6", "DELTA 2 6", "DELTA 3 5"),
                desks.terminal().journal().events().stream()
                        .filter(event -> event.type() == EventType.REGISTER_IMPORTED)
                        .map(RegisterExchangeTest::words)
                        .toList());
        assertEquals(Optional.empty(), desks.terminal().register().stationOf(newcomer()));
        openStation();
        assertEquals(RefusalReason.NO_MATCH, refused(STRUCK_OFF));
        assertInstanceOf(Presented.Matched.class, present(NEWCOMER));
    }

    @Test
    @DisplayName("makes the zero report void, and is not asked for once the station is open")
    void fixedByOpening() {
        openingSteps();
        centre.files.put(1, firstDelta());
        desks.sync().deliver();
        assertEquals(new OpeningOutcome.Refused("OP-07"), desks.opening().open());
        openStation();
        centre.files.put(2, testKit.delta(3, new int[] {}, 1));
        int asked = centre.registerRequests.get();

        assertEquals(2, desks.sync().deliver().registerVersion());

        assertEquals(asked, centre.registerRequests.get());
    }

    @Test
    @DisplayName("that is damaged leaves the earlier one as it was, and is journaled once")
    void damaged() {
        String digest = RegisterDigest.of(desks.terminal().register());
        byte[] file = firstDelta();
        file[file.length - 1] ^= 1;
        centre.files.put(1, file);

        desks.sync().deliver();
        desks.sync().deliver();

        assertEquals(1, desks.terminal().register().version());
        assertEquals(digest, RegisterDigest.of(desks.terminal().register()));
        assertEquals(VOTERS, desks.terminal().gallery().size());
        assertEquals(List.of("RG-04"), refusals());
        centre.files.put(1, firstDelta());
        assertEquals(2, desks.sync().deliver().registerVersion());
    }

    @Test
    @DisplayName("comes by stick: the newest whole one first, then what follows, and is shown")
    void byStick() throws IOException {
        SyncViewModel model = model();
        onStick("delta-0101-2.tamga", firstDelta());
        onStick("register-0101-3.tamga", testKit.whole(3, new int[] {1, 2, NEWCOMER}));
        onStick("delta-0101-4.tamga", testKit.delta(4, new int[] {}, 1));

        model.driveProperty().set(stick);
        model.importFrom();

        assertEquals(Message.of("sync.registerCame", 4, 2), model.answerProperty().get());
        assertEquals(2, desks.terminal().gallery().size());
        model.importFrom();
        assertEquals("sync.imported", model.answerProperty().get().key());
        assertEquals(List.of(), refusals());
    }

    @Test
    @DisplayName("on a stick is refused with a code when a version between is missing")
    void gapOnStick() throws IOException {
        onStick("delta-0101-3.tamga", testKit.delta(3, new int[] {}, 1));
        assertEquals(Optional.of("RG-03"), desks.sync().importFrom(stick).registerFault());
        assertEquals(1, desks.terminal().register().version());
    }

    @Test
    @DisplayName("on a stick is refused with a code once the station was opened")
    void stickAfterOpening() throws IOException {
        openStation();
        onStick("delta-0101-2.tamga", firstDelta());
        SyncViewModel model = model();
        model.driveProperty().set(stick);
        model.importFrom();
        assertEquals(Message.ofCode("RG-06"), model.answerProperty().get());
        assertEquals(1, desks.terminal().register().version());
        assertEquals(List.of("RG-06"), refusals());
    }

    @Test
    @DisplayName("stored when the power went before its event has it after the next sign-in")
    void cutBeforeTheEvent() throws IOException {
        Path journal = home.resolve("data");
        Path before = Files.createDirectories(folder.resolve("before-" + home.getFileName()));
        desks.close();
        copyJournal(journal, before);
        desks = unlocked();
        centre.files.put(1, firstDelta());
        desks.sync().deliver();
        desks.close();
        copyJournal(before, journal);

        desks = unlocked();

        assertEquals(
                "DELTA 2 6",
                words(desks.terminal().journal().last(EventType.REGISTER_IMPORTED).orElseThrow()));
    }

    private static void copyJournal(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("journal")).toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static byte[] firstDelta() {
        return testKit.delta(2, new int[] {NEWCOMER}, STRUCK_OFF);
    }

    private static PersonalNumber newcomer() {
        return TestKit.number(TestKit.person(NEWCOMER));
    }

    private void onStick(String name, byte[] file) throws IOException {
        Path terminal = stick.resolve("tamga").resolve(TestKit.STATION).resolve(TestKit.TERMINAL);
        Files.write(Files.createDirectories(terminal).resolve(name), file);
    }

    private SyncViewModel model() {
        return new SyncViewModel(
                desks.sync(),
                new UsbDrives(List.of(stick)),
                UiThreads.direct(),
                ZoneId.of("Asia/Bishkek"));
    }

    private void openingSteps() {
        desks.opening().testDevices();
        assertEquals(Optional.empty(), desks.opening().printZeroReport());
    }

    private void openStation() {
        openingSteps();
        assertInstanceOf(OpeningOutcome.Opened.class, desks.opening().open());
    }

    private Presented present(int person) {
        devices.fingers().present(TestKit.finger(person, 1));
        return desks.checkIn()
                .present(Optional.empty(), Duration.ofSeconds(10), new CancelSignal(), _ -> {});
    }

    private RefusalReason refused(int person) {
        return assertInstanceOf(Presented.Refused.class, present(person)).reason();
    }

    private List<String> refusals() {
        return desks.terminal().journal().events().stream()
                .filter(event -> event.type() == EventType.REGISTER_REFUSED)
                .map(event -> event.data().getOrDefault("reason", ""))
                .toList();
    }

    private static String words(JournalEvent event) {
        Map<String, String> data = event.data();
        assertTrue(data.keySet().containsAll(List.of("kind", "version", "voters")));
        return String.join(
                " ",
                data.getOrDefault("kind", ""),
                data.getOrDefault("version", ""),
                data.getOrDefault("voters", ""));
    }
}
