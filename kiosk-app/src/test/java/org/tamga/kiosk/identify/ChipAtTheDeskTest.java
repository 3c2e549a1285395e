package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.document.Documents;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.chip.IssuingState;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.chip.SoftPassport;
import org.tamga.devices.simulator.people.IdentityCard;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticPerson;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.identify.ShownChip.Look;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("The chip of a document that is held to the reader, by the real driver")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChipAtTheDeskTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private SimulatedKit devices;
    private SimulatedChipReader chips;
    private StationDesks desks;
    private IdentifyViewModel screen;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        var locked = TestKit.create(folder.resolve("kit"), 4).setUp(folder.resolve("home"), CLOCK);
        devices = SimulatedKit.in(locked.home());
        chips =
                (SimulatedChipReader)
                        devices.kit().simulation().of(DeviceClass.CHIP_READER).orElseThrow();
        StationTerminal terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        terminal.journal().append(EventType.STATION_OPENED, Map.of());
        desks =
                new StationDesks(
                        terminal, devices.kit(), Messages.load(), () -> Language.KY, CLOCK);
        screen =
                new IdentifyViewModel(
                        desks.checkIn(),
                        desks.chips(),
                        new UiThreads(Thread::startVirtualThread, ui),
                        ZoneOffset.UTC);
    }

    @BeforeEach
    void nextVoter() throws Exception {
        on(screen::next);
    }

    @AfterEach
    void leave() throws Exception {
        on(screen::stop);
        chips.repair();
        devices.fingers().clear();
    }

    @AfterAll
    void close() throws Exception {
        ui.shutdown();
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("is genuine with its state and portrait, which is wiped when the next voter comes")
    void genuine() throws Exception {
        lay(person(0));
        hold(person(0));
        ShownChip chip = awaitChip(Look.GENUINE);
        assertTrue(words(chip).contains("KGZ"), words(chip));
        assertTrue(words(chip).contains("no copy"), words(chip));
        int[] portrait = chip.portrait().orElseThrow().argb();
        assertTrue(Arrays.stream(portrait).anyMatch(pixel -> pixel != 0));
        devices.fingers().present(TestKit.finger(0, 1));
        await(screen.phaseProperty(), Phase.MATCHED::equals);
        on(() -> screen.signOff(VotingChannel.PAPER));
        await(screen.phaseProperty(), Phase.ADMITTED::equals);
        assertEquals(Optional.of(chip), ask(() -> screen.chip().shownProperty().get()));
        on(screen::next);
        assertEquals(Optional.empty(), ask(() -> screen.chip().shownProperty().get()));
        assertTrue(Arrays.stream(portrait).allMatch(pixel -> pixel == 0), "wiped");
    }

    @Test
    @DisplayName("leaves the screen when another number is typed")
    void anotherNumber() throws Exception {
        lay(person(0));
        hold(person(0));
        awaitChip(Look.GENUINE);
        on(screen::typeNumber);
        assertEquals(Optional.empty(), ask(() -> screen.chip().shownProperty().get()));
    }

    @Test
    @DisplayName("that hangs holds no finger up, and lets the reader go for the next document")
    void hanging() throws Exception {
        chips.breakWith(SimulatedFault.STUCK);
        lay(person(2));
        hold(person(2));
        devices.fingers().present(TestKit.finger(2, 1));
        await(screen.phaseProperty(), Phase.MATCHED::equals);
        assertEquals(Look.READING, ask(() -> screen.chip().shownProperty().get()).get().look());
        on(screen::next);
        assertEquals(Optional.empty(), ask(() -> screen.chip().shownProperty().get()));
        chips.repair();
        lay(person(3));
        hold(person(3));
        awaitChip(Look.GENUINE);
    }

    @Test
    @DisplayName("is waited for in vain while the next document comes, whose chip is read")
    void replaced() throws Exception {
        hold(person(1));
        assertEquals(Look.READING, ask(() -> screen.chip().shownProperty().get()).get().look());
        lay(person(2));
        hold(person(2));
        awaitChip(Look.GENUINE);
        assertEquals(person(2).personalNumber(), ask(() -> screen.numberProperty().get()));
    }

    @Test
    @DisplayName("that was altered is told with DV-24 and without its portrait; nothing is blocked")
    void forged() throws Exception {
        chips.breakWith(SimulatedFault.FORGED);
        lay(person(2));
        hold(person(2));
        ShownChip chip = awaitChip(Look.FALSE);
        assertTrue(words(chip).endsWith("[DV-24]"), words(chip));
        assertEquals(Optional.empty(), chip.portrait());
        devices.fingers().present(TestKit.finger(2, 1));
        await(screen.phaseProperty(), Phase.MATCHED::equals);
    }

    @Test
    @DisplayName("whose signer nobody here knows is not proven, and says why")
    void unknownSigner() throws Exception {
        var stranger = new IssuingState("KG", "Nobody", Instant.now().minusSeconds(60));
        chips.lay(
                new SoftPassport(
                        new PassportMaker(stranger)
                                .make(
                                        IdentityCard.mrz(person(2)),
                                        face(person(2)),
                                        SimulatedChipReader.visitorsCard())));
        hold(person(2));
        ShownChip chip = awaitChip(Look.DOUBTFUL);
        assertTrue(words(chip).contains("unknown to this terminal"), words(chip));
        assertTrue(words(chip).endsWith("[DV-24]"), words(chip));
        assertTrue(chip.portrait().isPresent());
    }

    @Test
    @DisplayName("with another personal number than the printed one is another document's")
    void anotherPerson() throws Exception {
        SyntheticPerson printed = person(2);
        String other =
                (printed.personalNumber().startsWith("1") ? "2" : "1")
                        + printed.personalNumber().substring(1);
        chips.lay(IdentityCard.mrz(with(printed, other)), face(printed));
        hold(printed);
        ShownChip chip = awaitChip(Look.FALSE);
        assertTrue(words(chip).contains("personal number"), words(chip));
        assertTrue(words(chip).endsWith("[ID-41]"), words(chip));
        assertEquals(Optional.empty(), chip.portrait());
    }

    @Test
    @DisplayName("that does not open with the printed lines is not read, and the finger decides")
    void refused() throws Exception {
        lay(person(3));
        hold(person(2));
        ShownChip chip = awaitChip(Look.NONE);
        assertTrue(words(chip).contains("DV-23"), words(chip));
    }

    @Test
    @DisplayName("that nobody lays down is not found; the reader is not to blame")
    void none() {
        ChipDesk desk = new ChipDesk(desks.devices(), Duration.ofMillis(1), CLOCK, ZoneOffset.UTC);
        chips.breakWith(SimulatedFault.NOBODY);
        assertEquals(
                new ChipSeen.Failed(DeviceFault.TIMEOUT),
                desk.read(zone(person(2)), new CancelSignal()));
        assertTrue(desks.terminal().journal().last(EventType.DEVICE_FAULT).isEmpty());
        chips.breakWith(SimulatedFault.UNPLUGGED);
        desks.chips().read(zone(person(2)), new CancelSignal());
        assertTrue(desks.terminal().journal().last(EventType.DEVICE_FAULT).isPresent());
    }

    private static SyntheticPerson person(int index) {
        return TestKit.person(index);
    }

    private static java.awt.image.BufferedImage face(SyntheticPerson person) {
        return SyntheticFace.of(person.faceSeed()).capture(0);
    }

    private static SyntheticPerson with(SyntheticPerson person, String number) {
        return new SyntheticPerson(
                person.family(),
                person.given(),
                person.patronymic(),
                person.sex(),
                person.birthDate(),
                number,
                person.rightIndexSeed(),
                person.leftIndexSeed(),
                person.faceSeed());
    }

    private void lay(SyntheticPerson person) {
        chips.lay(IdentityCard.mrz(person), face(person));
    }

    private void hold(SyntheticPerson person) throws Exception {
        on(() -> screen.documentRead(printed(person)));
    }

    private static DocumentReading printed(SyntheticPerson person) {
        return Documents.understand(
                IdentityCard.mrz(person), LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
    }

    private static DocumentContent.Mrz zone(SyntheticPerson person) {
        return (DocumentContent.Mrz) ((DocumentReading.Read) printed(person)).content();
    }

    private static String words(ShownChip chip) {
        return Messages.load().text(Language.EN, chip.words());
    }

    /** Whatever else it turns out to be fails the test. */
    private ShownChip awaitChip(Look look) throws Exception {
        await(
                screen.chip().shownProperty(),
                chip -> chip.filter(shown -> shown.look() != Look.READING).isPresent());
        ShownChip chip = ask(() -> screen.chip().shownProperty().get()).orElseThrow();
        assertEquals(look, chip.look(), () -> words(chip));
        return chip;
    }

    private <T> void await(ObservableValue<T> value, Predicate<T> wanted) throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        on(
                () ->
                        value.subscribe(
                                now -> {
                                    if (wanted.test(now)) {
                                        there.countDown();
                                    }
                                }));
        there.await();
    }

    private void on(Runnable action) throws Exception {
        ui.submit(action).get();
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return ui.submit(question).get();
    }
}
