package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.document.Documents;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.matcher.FingerPosition;

@DisplayName("The identification screen's state, with the real desk on threads of its own")
class IdentifyViewModelTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private SimulatedKit devices;
    private StationDesks desks;
    private IdentifyViewModel screen;

    @BeforeEach
    void open() {
        var locked = TestKit.create(folder.resolve("kit"), 4).setUp(folder.resolve("home"), CLOCK);
        devices = SimulatedKit.in(locked.home());
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

    @AfterEach
    void close() throws Exception {
        on(screen::stop);
        ui.shutdown();
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("naming the finger while the scanner waits disturbs no scanner")
    void names_finger() throws Exception {
        on(screen::activate);
        on(() -> screen.claim(TestKit.person(2).personalNumber()));
        for (int again = 0; again < 20; again++) {
            on(() -> screen.nameFinger(FingerPosition.LEFT_INDEX));
            on(() -> screen.nameFinger(FingerPosition.RIGHT_INDEX));
        }
        devices.fingers().present(TestKit.finger(2, 1));
        awaitAnswer();
        assertEquals(Phase.MATCHED, ask(() -> screen.phaseProperty().get()));
        assertTrue(desks.terminal().journal().last(EventType.DEVICE_FAULT).isEmpty());
        assertTrue(desks.terminal().journal().last(EventType.CHECK_IN_REFUSED).isEmpty());
    }

    @Test
    @DisplayName("a document read where the ladder asked for it is of the same person")
    void document_of_the_same_person() throws Exception {
        on(screen::activate);
        for (int stranger = 20; stranger < 22; stranger++) {
            devices.fingers().present(TestKit.finger(stranger, 1));
            awaitAnswer();
            assertEquals(Phase.REFUSED, ask(() -> screen.phaseProperty().get()));
            if (stranger == 20) {
                on(screen::tryAgain);
            }
        }
        on(() -> screen.claim(TestKit.person(2).personalNumber()));
        devices.fingers().present(TestKit.finger(21, 1));
        awaitAnswer();
        Map<String, String> refusal =
                desks.terminal().journal().last(EventType.CHECK_IN_REFUSED).orElseThrow().data();
        assertTrue(
                Long.parseLong(refusal.get("fmrLog10Milli")) < -3700,
                "the sum with the finger before was spent: a sixth of the rate, not half");
    }

    @Test
    @DisplayName("a document's personal number is the claim; a wrong check digit is explained")
    void document_held_to_the_reader() throws Exception {
        on(screen::activate);
        List<String> card =
                List.of(
                        "IDKGZAN12345672" + "20101199000017" + "<",
                        "9901019M3001018KGZ<<<<<<<<<<<0",
                        "TEST<<PERSON<<<<<<<<<<<<<<<<<<");
        on(() -> screen.documentRead(Documents.understand(card, LocalDate.of(2026, 11, 22))));
        Message doubt = ask(() -> screen.hintProperty().get());
        assertTrue(doubt.isCoded(), doubt::toString);
        for (Language language : Language.values()) {
            String sentence = Messages.load().text(language, doubt);
            assertTrue(sentence.contains("DV-15"), sentence);
        }
        assertEquals("", ask(() -> screen.numberProperty().get()));
        on(
                () ->
                        screen.documentRead(
                                Documents.understand(
                                        List.of(TestKit.person(2).personalNumber()),
                                        LocalDate.of(2026, 11, 22))));
        assertEquals(TestKit.person(2).personalNumber(), ask(() -> screen.numberProperty().get()));
    }

    @Test
    @DisplayName("a document reader that does not work takes no hint away from the voter")
    void reader_gone() throws Exception {
        on(screen::activate);
        Message waiting = ask(() -> screen.hintProperty().get());
        for (DeviceFault fault : List.of(DeviceFault.NOT_FOUND, DeviceFault.UNPLUGGED)) {
            on(() -> screen.documentRead(new DocumentReading.Failed(fault, "gone")));
            assertEquals(waiting, ask(() -> screen.hintProperty().get()));
        }
        DocumentReading unreadable =
                new DocumentReading.Failed(DeviceFault.UNREADABLE_DOCUMENT, "no lines");
        on(() -> screen.documentRead(unreadable));
        assertEquals(Message.ofCode("DV-16"), ask(() -> screen.hintProperty().get()));
        on(screen::stop);
        on(() -> screen.documentRead(unreadable));
        assertEquals(Message.NONE, ask(() -> screen.hintProperty().get()));
    }

    @Test
    @DisplayName("a finger that was lifted early is asked for again, and the scanner waits")
    void lifted_early() throws Exception {
        devices.scanner().script().once(SimulatedFault.LIFTED_EARLY);
        CountDownLatch told = new CountDownLatch(1);
        on(
                () ->
                        screen.hintProperty()
                                .subscribe(
                                        hint -> {
                                            if (hint.equals(Message.ofCode("DV-08"))) {
                                                told.countDown();
                                            }
                                        }));
        on(screen::activate);
        told.await();
        assertEquals(Phase.WAITING, ask(() -> screen.phaseProperty().get()));
        devices.fingers().present(TestKit.finger(2, 1));
        awaitAnswer();
        assertEquals(Phase.MATCHED, ask(() -> screen.phaseProperty().get()));
    }

    private void awaitAnswer() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        on(
                () ->
                        screen.phaseProperty()
                                .subscribe(
                                        phase -> {
                                            if (phase == Phase.MATCHED
                                                    || phase == Phase.REFUSED
                                                    || phase == Phase.FAULT) {
                                                answered.countDown();
                                            }
                                        }));
        answered.await();
    }

    private void on(Runnable action) throws Exception {
        ui.submit(action).get();
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return ui.submit(question).get();
    }
}
