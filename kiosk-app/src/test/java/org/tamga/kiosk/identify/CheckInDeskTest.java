package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.decision.LadderStep;

@DisplayName("Check-in, with real stores, matcher and slips")
class CheckInDeskTest {

    private static final int VOTERS = 12;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Messages MESSAGES = Messages.load();

    @TempDir static Path folder;
    private static TestKit testKit;

    @TempDir Path home;
    private SimulatedKit devices;
    private StationDesks desks;
    private CheckInDesk desk;

    @BeforeAll
    static void provision() {
        testKit = TestKit.create(folder.resolve("kit"), VOTERS);
    }

    @BeforeEach
    void open() {
        LockedTerminal locked = testKit.setUp(home, CLOCK);
        devices = SimulatedKit.in(home);
        unlock(locked);
        desks.terminal().journal().append(EventType.STATION_OPENED, Map.of());
    }

    @AfterEach
    void close() {
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("a voter is found by finger alone, admitted after the sign-off, and has a slip")
    void admitted() {
        Presented.Matched matched = matched(finger(0, 1));
        assertEquals(1, matched.card().listNumber());
        assertTrue(matched.card().registerPhoto().isPresent());
        assertTrue(last(EventType.CHECKED_IN).isEmpty(), "nothing is recorded before the sign-off");

        Confirmed.Admitted admitted =
                assertInstanceOf(
                        Confirmed.Admitted.class, desk.confirm(matched, VotingChannel.PAPER));

        assertEquals(1, admitted.slip());
        assertInstanceOf(PrintResult.Printed.class, admitted.print());
        assertEquals("FINGER_1N", last(EventType.CHECKED_IN).orElseThrow().data().get("method"));
        assertEquals(1, devices.printer().slipsCut());
        assertEquals(1, desk.counters().identifiedPaper());
        assertEquals(1, desk.counters().slipsPrinted());
    }

    @Test
    @DisplayName("a simulated printer leaves each slip as picture and as PDF, under one number")
    void slipTwice() throws Exception {
        desk.confirm(matched(finger(0, 1)), VotingChannel.PAPER);
        desk.confirm(matched(finger(1, 1)), VotingChannel.PAPER);
        for (var number : List.of("0001", "0002")) {
            assertTrue(Files.exists(home.resolve("slips").resolve(number + ".png")));
            var pdf = home.resolve("slips").resolve(number + ".pdf").toFile();
            try (var document = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(document);
                assertTrue(text.contains(number), text);
            }
        }
    }

    @Test
    @DisplayName("a second attempt is told when the first one was")
    void secondAttempt() {
        desk.confirm(matched(finger(1, 1)), VotingChannel.ONLINE);

        Presented.Refused refused = refused(finger(1, 2));

        assertEquals(RefusalReason.ALREADY_IDENTIFIED_HERE, refused.reason());
        assertTrue(refused.details().containsKey("at"));
        assertEquals(2, refused.card().orElseThrow().listNumber());
    }

    @Test
    @DisplayName("a sign-off that comes after another admission of the same voter is refused")
    void lateSignOff() {
        Presented.Matched first = matched(finger(1, 1));
        Presented.Matched second = matched(finger(1, 2));
        desk.confirm(first, VotingChannel.PAPER);

        Confirmed.Refused refused =
                assertInstanceOf(
                        Confirmed.Refused.class, desk.confirm(second, VotingChannel.ONLINE));

        assertEquals(RefusalReason.ALREADY_IDENTIFIED_HERE, refused.reason());
        assertEquals(1, desk.counters().identified());
    }

    @Test
    @DisplayName("a stranger matches nobody")
    void stranger() {
        assertEquals(RefusalReason.NO_MATCH, refused(finger(VOTERS + 5, 1)).reason());
        assertEquals(Map.of("CI-05", 1L), desk.counters().refused());
    }

    @Test
    @DisplayName("a suspended voter is known and not eligible")
    void suspended() {
        assertEquals(RefusalReason.NOT_ELIGIBLE, refused(finger(3, 1)).reason());
    }

    @Test
    @DisplayName("a finger without clear ridges is refused with the reason")
    void wet() {
        devices.fingers().present(TestKit.smudge());
        Presented.Refused refused = refusedWith(Optional.empty());
        assertEquals(RefusalReason.POOR_IMAGE, refused.reason());
        assertTrue(refused.details().containsKey("quality"), refused.details()::toString);
    }

    @Test
    @DisplayName("a number and its owner's finger match 1:1")
    void claimed() {
        finger(5, 1);
        Presented.Matched matched =
                assertInstanceOf(Presented.Matched.class, present(Optional.of(numberOf(5))));
        desk.confirm(matched, VotingChannel.PAPER);
        assertEquals("FINGER_1_1", last(EventType.CHECKED_IN).orElseThrow().data().get("method"));
    }

    @Test
    @DisplayName("what a check-in rests on goes into its event, in figures")
    void evidence() {
        desk.confirm(matched(finger(0, 1)), VotingChannel.PAPER);
        Map<String, String> data = last(EventType.CHECKED_IN).orElseThrow().data();
        assertEquals("ID-01", data.get("ladder"));
        assertTrue(figure(data, "scoreMilli") >= figure(data, "thresholdMilli"), data::toString);
        assertTrue(figure(data, "fmrLog10Milli") < -4000, data::toString);
        assertFalse(data.containsKey("quality"), "nor how well this voter's finger can be read");

        refused(finger(VOTERS + 5, 1));
        Map<String, String> refusal = last(EventType.CHECK_IN_REFUSED).orElseThrow().data();
        assertEquals("ID-13", refusal.get("ladder"));
        assertEquals("FINGER_1N", refusal.get("method"));
        assertTrue(figure(refusal, "paired") <= figure(refusal, "minutiae"), refusal::toString);
        assertTrue(figure(refusal, "scoreMilli") < figure(refusal, "thresholdMilli"));
        assertTrue(!refusal.containsKey("voter"), "nobody is named whom it might have been");
    }

    @Test
    @DisplayName("the visitor climbs the ladder finger by finger, and the number comes last")
    void ladder() {
        Visitor visitor = new Visitor();
        assertEquals(
                List.of("NEXT_FINGER ID-13", "DOCUMENT ID-17"),
                List.of(
                        climbed(visitor, VOTERS + 5, Optional.empty(), FingerPosition.UNKNOWN),
                        climbed(visitor, VOTERS + 6, Optional.empty(), FingerPosition.UNKNOWN)));
        Optional<String> number = Optional.of(numberOf(5));
        assertEquals(
                List.of("NEXT_FINGER ID-14", "COMMISSION ID-31"),
                List.of(
                        climbed(visitor, VOTERS + 5, number, FingerPosition.UNKNOWN),
                        climbed(visitor, 5, number, FingerPosition.LEFT_INDEX)),
                "the left index finger is not enrolled");
        assertFalse(
                last(EventType.CHECK_IN_REFUSED).orElseThrow().data().containsKey("quality"),
                "the owner of the number is named");
        finger(5, 2);
        assertInstanceOf(
                Presented.Matched.class, present(visitor, number, FingerPosition.RIGHT_INDEX));
    }

    @Test
    @DisplayName("whom the member sees to be another goes on where the ladder stood, unnamed")
    void refuted() {
        Visitor visitor = new Visitor();
        finger(7, 1);
        Presented.Matched matched =
                assertInstanceOf(
                        Presented.Matched.class,
                        present(visitor, Optional.empty(), FingerPosition.UNKNOWN));
        Presented.Refused refused = desk.notThisPerson(matched);
        assertEquals(LadderStep.DOCUMENT, refused.ladder().orElseThrow().next().orElseThrow());
        Map<String, String> data = last(EventType.CHECK_IN_REFUSED).orElseThrow().data();
        assertFalse(data.containsKey("voter"), data::toString);
        finger(7, 2);
        Presented.Matched again =
                assertInstanceOf(
                        Presented.Matched.class,
                        present(visitor, Optional.empty(), FingerPosition.UNKNOWN));
        assertTrue(
                again.ladder().orElseThrow().step().falseMatchRate()
                        < matched.ladder().orElseThrow().step().falseMatchRate(),
                "what was spent stays spent");
    }

    private String climbed(
            Visitor visitor, int person, Optional<String> number, FingerPosition position) {
        finger(person, 1);
        Ladder ladder =
                assertInstanceOf(Presented.Refused.class, present(visitor, number, position))
                        .ladder()
                        .orElseThrow();
        return ladder.next().orElseThrow() + " " + ladder.reason().code();
    }

    private Presented present(Visitor visitor, Optional<String> number, FingerPosition position) {
        return desk.present(
                visitor,
                new CheckInDesk.Named(number, position),
                Duration.ofSeconds(20),
                new CancelSignal(),
                step -> {});
    }

    private static long figure(Map<String, String> data, String key) {
        return Long.parseLong(data.getOrDefault(key, ""));
    }

    @Test
    @DisplayName("a number and somebody else's finger do not")
    void wrongFinger() {
        finger(6, 1);
        assertEquals(
                RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON,
                refusedWith(Optional.of(numberOf(5))).reason());
    }

    @Test
    @DisplayName("a voter of another station is told which")
    void otherStation() {
        Presented.Refused refused = refusedWith(Optional.of(numberOf(VOTERS)));
        assertEquals(RefusalReason.OTHER_STATION, refused.reason());
        assertEquals("0102", refused.details().get("station"));
    }

    @Test
    @DisplayName("an unknown number and a wrong one are told apart, without a finger")
    void numbers() {
        assertEquals(
                RefusalReason.NOT_ON_LIST, refusedWith(Optional.of(numberOf(VOTERS + 9))).reason());
        assertEquals(RefusalReason.INVALID_NUMBER, refusedWith(Optional.of("123")).reason());
    }

    @Test
    @DisplayName("a member who sees another face refuses, and nobody is admitted")
    void notThisPerson() {
        Presented.Refused refused = desk.notThisPerson(matched(finger(7, 1)));
        assertEquals(RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON, refused.reason());
        assertEquals(0, desk.counters().identified());
    }

    @Test
    @DisplayName("a scanner fault is a refusal of its own, and the next finger works again")
    void scannerFault() {
        devices.scanner().script().once(SimulatedFault.UNPLUGGED);
        finger(8, 1);
        Presented.Refused refused = refusedWith(Optional.empty());
        assertEquals(RefusalReason.DEVICE_FAULT, refused.reason());
        assertEquals("DV-03", last(EventType.DEVICE_FAULT).orElseThrow().data().get("result"));
        devices.fingers().clear();
        matched(finger(8, 1));
    }

    @Test
    @DisplayName("a scanner that does not answer is told, until it answers that nobody is there")
    void silentScanner() {
        devices.scanner().breakWith(SimulatedFault.STUCK);
        assertEquals(RefusalReason.DEVICE_FAULT, refusedWith(Optional.empty()).reason());
        assertEquals("DV-12", last(EventType.DEVICE_FAULT).orElseThrow().data().get("result"));
        assertEquals(
                Optional.of(DeviceFault.OFFLINE),
                desks.devices().state(DeviceClass.FINGER_SCANNER).fault());
        devices.scanner().repair();
        assertInstanceOf(
                Presented.Nobody.class,
                desk.present(
                        Optional.empty(), Duration.ofMillis(50), new CancelSignal(), step -> {}));
        assertEquals(Optional.empty(), desks.devices().state(DeviceClass.FINGER_SCANNER).fault());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIFTED_EARLY", "BLACK_IMAGE"})
    @DisplayName("a voter's bad touch is no fault of the scanner and no refusal")
    void badTouch(SimulatedFault touch) {
        devices.scanner().script().once(touch);
        Presented.TouchAgain again =
                assertInstanceOf(Presented.TouchAgain.class, present(Optional.empty()));
        assertTrue(again.fault().isOfTouch());
        assertTrue(last(EventType.DEVICE_FAULT).isEmpty());
        assertTrue(last(EventType.CHECK_IN_REFUSED).isEmpty());
        assertEquals(Optional.empty(), desks.devices().state(DeviceClass.FINGER_SCANNER).trouble());
        matched(finger(8, 1));
    }

    @Test
    @DisplayName("a camera that fails beside the voter is journaled and stops nobody")
    void cameraFault() {
        devices.camera().breakWith(SimulatedFault.BLACK_IMAGE);
        desk.confirm(matched(finger(8, 1)), VotingChannel.PAPER);
        assertEquals("DV-07", last(EventType.DEVICE_FAULT).orElseThrow().data().get("result"));
        devices.camera().repair();
        assertTrue(desk.look().isPresent());
        assertEquals(Optional.empty(), desks.devices().state(DeviceClass.CAMERA).fault());
    }

    @Test
    @DisplayName("a reader that asks for another touch works as well")
    void touchFaults() {
        assertEquals(
                EnumSet.of(
                        DeviceFault.BLANK_IMAGE, DeviceFault.LIFTED_EARLY, DeviceFault.PLACE_AGAIN),
                Arrays.stream(DeviceFault.values())
                        .filter(DeviceFault::isOfTouch)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeviceFault.class))));
    }

    @Test
    @DisplayName("a preview that lets the scanner go a moment later spoils no check-in")
    void previewBefore() {
        CancelSignal preview = new CancelSignal();
        devices.holdScanner(preview);
        Thread.startVirtualThread(
                () -> {
                    new CancelSignal().await(Duration.ofSeconds(1));
                    preview.cancel();
                    devices.fingers().present(TestKit.finger(8, 1));
                });
        assertInstanceOf(Presented.Matched.class, present(Optional.empty()));
        assertTrue(last(EventType.DEVICE_FAULT).isEmpty());
        assertTrue(last(EventType.CHECK_IN_REFUSED).isEmpty());
    }

    @Test
    @DisplayName(
            "without paper the voter stays admitted, the slip is printed later as the original")
    void paperOut() {
        devices.printer().breakWith(SimulatedFault.PAPER_OUT);
        Confirmed.Admitted admitted =
                (Confirmed.Admitted) desk.confirm(matched(finger(9, 1)), VotingChannel.PAPER);
        assertInstanceOf(PrintResult.Failed.class, admitted.print());
        assertEquals(1, desk.counters().identified());
        assertEquals(1, desk.counters().slipsFailed());

        devices.printer().repair();
        assertInstanceOf(PrintResult.Printed.class, desk.reprint().orElseThrow());
        assertEquals("1", last(EventType.SLIP_PRINTED).orElseThrow().data().get("copy"));
        assertInstanceOf(PrintResult.Printed.class, desk.reprint().orElseThrow());
        assertEquals("2", last(EventType.SLIP_PRINTED).orElseThrow().data().get("copy"));
        assertEquals(1, desk.counters().slipsPrinted(), "a copy is not another slip");
    }

    @Test
    @DisplayName("nobody and a cancelled wait are no refusals")
    void nobody() {
        assertInstanceOf(
                Presented.Nobody.class,
                desk.present(
                        Optional.empty(), Duration.ofMillis(50), new CancelSignal(), step -> {}));
        CancelSignal cancelled = new CancelSignal();
        cancelled.cancel();
        assertInstanceOf(
                Presented.Cancelled.class,
                desk.present(Optional.empty(), Duration.ofSeconds(5), cancelled, step -> {}));
        assertTrue(desk.counters().refused().isEmpty());
    }

    @Test
    @DisplayName("before opening nobody is admitted")
    void notOpen() {
        desks.terminal()
                .journal()
                .append(
                        EventType.STATION_CLOSED,
                        Map.of(
                                "registered", "12",
                                "identified", "0",
                                "identifiedPaper", "0",
                                "identifiedOnline", "0",
                                "identifiedMobile", "0",
                                "slipsPrinted", "0"));
        assertEquals(RefusalReason.STATION_NOT_OPEN, refused(finger(0, 1)).reason());
    }

    @Test
    @DisplayName("after a restart the roll and the slip numbers go on")
    void restart() {
        desk.confirm(matched(finger(10, 1)), VotingChannel.PAPER);
        LockedTerminal locked = desks.terminal().locked();
        desks.close();
        unlock(locked);

        assertEquals(RefusalReason.ALREADY_IDENTIFIED_HERE, refused(finger(10, 2)).reason());
        Confirmed.Admitted next =
                (Confirmed.Admitted) desk.confirm(matched(finger(11, 1)), VotingChannel.ONLINE);
        assertEquals(2, next.slip());
    }

    @Test
    @DisplayName("closing a card wipes its pictures")
    void wiped() {
        Presented.Matched matched = matched(finger(0, 2));
        Picture photo = matched.card().registerPhoto().orElseThrow();
        matched.card().close();
        assertTrue(Arrays.stream(photo.argb()).allMatch(pixel -> pixel == 0));
    }

    @Test
    @DisplayName("no image or template is left in the terminal's folder")
    void nothingLeft() throws Exception {
        desk.confirm(matched(finger(0, 1)), VotingChannel.PAPER);
        try (var files = Files.walk(home)) {
            List<Path> pictures =
                    files.filter(f -> f.toString().matches(".*\\.(png|jpe?g|tif|bmp)"))
                            .filter(f -> !f.startsWith(home.resolve("slips")))
                            .toList();
            assertEquals(List.of(), pictures);
        }
    }

    private void unlock(LockedTerminal locked) {
        StationTerminal terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        desks = new StationDesks(terminal, devices.kit(), MESSAGES, () -> Language.KY, CLOCK);
        desk = desks.checkIn();
    }

    private int finger(int person, int n) {
        devices.fingers().present(TestKit.finger(person, n));
        return person;
    }

    private static String numberOf(int person) {
        return TestKit.person(person).personalNumber();
    }

    private Presented present(Optional<String> number) {
        return desk.present(number, Duration.ofSeconds(20), new CancelSignal(), step -> {});
    }

    private Presented.Matched matched(int person) {
        return assertInstanceOf(
                Presented.Matched.class,
                present(Optional.empty()),
                () -> "finger of person " + person);
    }

    private Presented.Refused refused(int person) {
        return assertInstanceOf(
                Presented.Refused.class,
                present(Optional.empty()),
                () -> "finger of person " + person);
    }

    private Presented.Refused refusedWith(Optional<String> number) {
        return assertInstanceOf(Presented.Refused.class, present(number));
    }

    private Optional<JournalEvent> last(EventType type) {
        return desks.terminal().journal().last(type);
    }
}
