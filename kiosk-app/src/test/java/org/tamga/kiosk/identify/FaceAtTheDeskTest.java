package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.definition.Policies;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.decision.IdentityLadder;
import org.tamga.matcher.decision.LadderPolicy;
import org.tamga.matcher.decision.LadderStep;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.FaceThresholds;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.station.store.RegisterStore;

@DisplayName("A face at the desk, with real stores and fingers")
class FaceAtTheDeskTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Messages MESSAGES = Messages.load();
    private static final int VOTER = 1;
    private static final PinnedModel NETWORK =
            ModelCatalogue.shipped().forPurpose(Purpose.EMBEDDING).getFirst();

    /** A strict rate of fingers, so that there is room between near and found. */
    private static final LadderPolicy LADDER =
            new LadderPolicy(1, 1, 1, 1, Duration.ofSeconds(90), 1000, true);

    @TempDir static Path folder;
    private static TestKit testKit;

    @TempDir Path home;
    private SimulatedKit devices;
    private StationDesks desks;

    @BeforeAll
    static void provision() {
        testKit = TestKit.create(folder.resolve("kit"), 4);
    }

    @BeforeEach
    void open() {
        var locked = testKit.setUp(home, CLOCK);
        devices = SimulatedKit.in(home);
        StationTerminal terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        desks = new StationDesks(terminal, devices.kit(), MESSAGES, () -> Language.KY, CLOCK);
        terminal.journal().append(EventType.STATION_OPENED, Map.of());
    }

    @AfterEach
    void close() {
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("confirms the owner of the number; the journal keeps finger and face")
    void confirms_claimed() {
        Faces faces = new Faces(() -> new FaceComparison.Accepted(0.7, measured()));
        CheckInDesk desk = desk(faces, 0);
        Presented.Matched matched =
                assertInstanceOf(
                        Presented.Matched.class, nearly(desk, faces, Optional.of(number())));
        desk.confirm(matched, VotingChannel.PAPER);
        Map<String, String> data = last(EventType.CHECKED_IN);
        assertEquals("FACE_1_1", data.get("method"));
        assertEquals("ID-06", data.get("ladder"));
        assertTrue(figure(data, "scoreMilli") > 5000, "the finger's score");
        assertTrue(figure(data, "scoreMilli") < figure(data, "thresholdMilli"));
        assertTrue(figure(data, "fmrLog10Milli") < -6000, data::toString);
        assertEquals("700", data.get("faceScoreMilli"));
        assertEquals("500", data.get("faceThresholdMilli"));
        assertEquals("-3000", data.get("faceFmrLog10Milli"));
    }

    @Test
    @DisplayName("confirms whom the finger nearly found")
    void confirms_found() {
        Faces faces = new Faces(() -> new FaceComparison.Accepted(0.7, measured()));
        CheckInDesk desk = desk(faces, 0);
        Presented.Matched matched =
                assertInstanceOf(Presented.Matched.class, nearly(desk, faces, Optional.empty()));
        desk.confirm(matched, VotingChannel.PAPER);
        assertEquals("FINGER_AND_FACE", last(EventType.CHECKED_IN).get("method"));
        assertEquals("ID-05", last(EventType.CHECKED_IN).get("ladder"));
    }

    @Test
    @DisplayName("by a network that may accept nobody is a refusal in the journal like any other")
    void officer_only() {
        FaceThresholds never = FaceThresholds.officerOnly(NETWORK, Images.PHOTOGRAPHS);
        Faces faces = new Faces(() -> new FaceComparison.OfficerLooks(0.41, never));
        Presented.Refused refused =
                assertInstanceOf(
                        Presented.Refused.class,
                        nearly(desk(faces, 0), faces, Optional.of(number())));
        assertEquals("ID-19", refused.ladder().orElseThrow().reason().code());
        Map<String, String> data = last(EventType.CHECK_IN_REFUSED);
        assertEquals("FACE_1_1", data.get("method"));
        assertEquals("410", data.get("faceScoreMilli"));
        assertFalse(data.containsKey("faceFmrLog10Milli"), data::toString);
        assertFalse(data.containsKey("faceThresholdMilli"), data::toString);
        assertTrue(figure(data, "scoreMilli") > 5000, data::toString);
    }

    @Test
    @DisplayName("that fails with the camera keeps what the finger spent")
    void failing() {
        Faces faces =
                new Faces(
                        () -> {
                            throw new IllegalStateException("camera");
                        });
        CheckInDesk desk = desk(faces, 0);
        Visitor[] last = new Visitor[1];
        assertThrows(
                IllegalStateException.class,
                () -> nearly(desk, faces, Optional.empty(), () -> last[0] = new Visitor()));
        assertEquals(1, last[0].transaction().evidence().size());
    }

    @Test
    @DisplayName("is not asked for when no finger could be read")
    void no_finger() {
        Faces faces = new Faces(() -> new FaceComparison.Accepted(0.7, measured()));
        CheckInDesk desk = desk(faces, 101);
        Visitor visitor = new Visitor();
        LadderStep next = LadderStep.SAME_FINGER;
        for (int image = 1; image <= 6; image++) {
            devices.fingers().present(TestKit.finger(VOTER, image));
            Presented.Refused refused =
                    assertInstanceOf(
                            Presented.Refused.class,
                            present(desk, visitor, Optional.of(number()), new CancelSignal()));
            assertEquals(RefusalReason.POOR_IMAGE, refused.reason());
            next = refused.ladder().orElseThrow().next().orElseThrow();
            refused.card().ifPresent(VoterCard::close);
        }
        assertEquals(LadderStep.COMMISSION, next);
        assertFalse(faces.asked);
    }

    @Test
    @DisplayName("comes after the document when the visitor's time is over")
    void late() {
        AtomicLong nanos = new AtomicLong();
        Visitor visitor = new Visitor(nanos::get);
        CheckInDesk desk = desk(new Faces(() -> new FaceComparison.Hint(1)), 0);
        devices.fingers().present(TestKit.finger(30, 1));
        present(desk, visitor, Optional.empty(), new CancelSignal());
        nanos.set(Duration.ofSeconds(91).toNanos());
        devices.fingers().present(TestKit.finger(31, 1));
        Presented.Refused refused =
                assertInstanceOf(
                        Presented.Refused.class,
                        present(desk, visitor, Optional.empty(), new CancelSignal()));
        assertEquals("ID-18", refused.ladder().orElseThrow().reason().code());
    }

    @Test
    @DisplayName("or a finger that comes at the moment of a cancellation does not count")
    void cancelled_at_the_touch() {
        CancelSignal cancel = new CancelSignal();
        FingerImage touch = TestKit.finger(VOTER, 1);
        KitSettings settings =
                new KitSettings(
                        home,
                        () -> {
                            cancel.cancel();
                            return Optional.of(touch);
                        });
        try (DeviceKit kit =
                ((ProfileReading.Accepted<DeviceKit>) DeviceKit.open(TerminalKit.DEMO, settings))
                        .value()) {
            CheckInDesk desk = desk(new Faces(() -> new FaceComparison.Hint(1)), 0, kit);
            Visitor visitor = new Visitor();
            assertInstanceOf(
                    Presented.Cancelled.class, present(desk, visitor, Optional.empty(), cancel));
            assertTrue(visitor.transaction().evidence().isEmpty());
            assertThrows(IllegalStateException.class, touch::copyOfPixels, "wiped");
            assertTrue(desk.counters().refused().isEmpty());
        }
    }

    @Test
    @DisplayName("or a search that is cancelled leaves the visitor as before")
    void cancelled_search() {
        CancelSignal cancel = new CancelSignal();
        CheckInDesk desk = desk(new Faces(() -> new FaceComparison.Hint(1)), 0);
        Visitor visitor = new Visitor();
        devices.fingers().present(TestKit.finger(VOTER, 1));
        Presented presented =
                desk.present(
                        visitor,
                        new CheckInDesk.Named(Optional.empty(), FingerPosition.UNKNOWN),
                        Duration.ofSeconds(20),
                        cancel,
                        step -> {
                            if (step == Step.MATCH) {
                                cancel.cancel();
                            }
                        });
        assertInstanceOf(Presented.Cancelled.class, presented);
        assertTrue(visitor.transaction().evidence().isEmpty());
        assertTrue(desk.counters().refused().isEmpty());
    }

    private Presented nearly(CheckInDesk desk, Faces faces, Optional<String> number) {
        return nearly(desk, faces, number, Visitor::new);
    }

    /** Ever smaller parts of the voter's finger, until one lacks what a face makes up for. */
    private Presented nearly(
            CheckInDesk desk, Faces faces, Optional<String> number, Supplier<Visitor> visitors) {
        for (int radius = 110; radius > 30; radius -= 2) {
            devices.fingers().present(part(radius));
            Presented presented = present(desk, visitors.get(), number, new CancelSignal());
            if (faces.asked) {
                return presented;
            }
            if (presented instanceof Presented.Matched matched) {
                matched.card().close();
            }
        }
        throw new AssertionError("no part of the finger comes near");
    }

    private static FingerImage part(int radius) {
        FingerImage whole = TestKit.finger(VOTER, 1);
        byte[] pixels = whole.copyOfPixels();
        for (int i = 0; i < pixels.length; i++) {
            int x = i % whole.width() - whole.width() / 2;
            int y = i / whole.width() - whole.height() / 2;
            if (Math.hypot(x, y) > radius) {
                pixels[i] = (byte) 255;
            }
        }
        return new FingerImage(whole.width(), whole.height(), whole.dpi(), pixels);
    }

    private static Presented present(
            CheckInDesk desk, Visitor visitor, Optional<String> number, CancelSignal cancel) {
        return desk.present(
                visitor,
                new CheckInDesk.Named(number, FingerPosition.UNKNOWN),
                Duration.ofSeconds(20),
                cancel,
                step -> {});
    }

    private CheckInDesk desk(FaceStep faces, int qualityFloor) {
        return desk(faces, qualityFloor, devices.kit());
    }

    private CheckInDesk desk(FaceStep faces, int qualityFloor, DeviceKit kit) {
        StationTerminal terminal = desks.terminal();
        VoterLookup lookup =
                new VoterLookup(
                        new Register(terminal.register()),
                        terminal.electionPackage(),
                        terminal.station().id());
        return new CheckInDesk(
                TestKit.TERMINAL,
                facesCount(terminal.electionPackage().policies()),
                terminal.journal(),
                new DeviceDesk(kit, terminal.journal(), CLOCK),
                new FingerSearch(
                        new IdentityLadder(LADDER, terminal::gallery),
                        qualityFloor,
                        faces,
                        lookup::person),
                lookup,
                new CheckInSlips(
                        terminal.electionPackage(),
                        terminal.station(),
                        TestKit.TERMINAL,
                        terminal.journal(),
                        desks.printing(),
                        MESSAGES,
                        () -> Language.KY,
                        CLOCK),
                CLOCK);
    }

    private static Policies facesCount(Policies p) {
        return new Policies(
                p.verificationFmrPerMillion(),
                p.identificationFpirPerMillion(),
                p.qualityFloor(),
                p.fingerAttempts(),
                new org.tamga.election.definition.LadderPolicy(90, 1, 1000, 1000),
                p.commissionDecisionAllowed(),
                p.unlockShares(),
                p.unlockThreshold(),
                p.logBatchMinimum(),
                p.mergeBallotsBelow(),
                p.maxClockSkewSeconds(),
                p.opens(),
                p.closes(),
                p.protocolSignersMinimum());
    }

    private static FaceThresholds measured() {
        return new FaceThresholds(NETWORK, Images.PHOTOGRAPHS, 1000, 0.5, 0.3);
    }

    private static String number() {
        return TestKit.person(VOTER).personalNumber();
    }

    private Map<String, String> last(EventType type) {
        return desks.terminal().journal().last(type).orElseThrow().data();
    }

    private static long figure(Map<String, String> data, String key) {
        return Long.parseLong(data.getOrDefault(key, ""));
    }

    /** Says of each face what the test wants. */
    private static final class Faces implements FaceStep {
        private final Supplier<FaceComparison> answer;
        private boolean asked;

        Faces(Supplier<FaceComparison> answer) {
            this.answer = answer;
        }

        @Override
        public boolean isPossible() {
            return true;
        }

        @Override
        public FaceComparison compare(VoterId voter) {
            asked = true;
            return answer.get();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private record Register(RegisterStore store) implements Voters {
        @Override
        public Optional<VoterRecord> byNumber(PersonalNumber number) {
            return store.findByPin(number);
        }

        @Override
        public Optional<VoterRecord> byId(VoterId id) {
            return store.findById(id);
        }

        @Override
        public Optional<String> stationOf(PersonalNumber number) {
            return store.stationOf(number);
        }
    }
}
