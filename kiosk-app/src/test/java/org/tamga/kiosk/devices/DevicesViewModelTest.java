package org.tamga.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("The devices screen")
class DevicesViewModelTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;
    private final CountDownLatch finished = new CountDownLatch(1);
    private SimulatedKit devices;
    private StationTerminal terminal;
    private DevicesViewModel model;

    @BeforeEach
    void unlock() {
        var locked = TestKit.create(folder.resolve("kit"), 3).setUp(folder.resolve("home"), CLOCK);
        devices = SimulatedKit.in(locked.home());
        terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        TestPrints prints =
                new TestPrints(
                        TestKit.TERMINAL,
                        ZoneOffset.UTC,
                        Messages.load(),
                        () -> Language.KY,
                        CLOCK);
        model =
                new DevicesViewModel(
                        new DeviceDesk(devices.kit(), terminal.journal(), CLOCK),
                        new Trials(devices.kit(), prints),
                        new UiThreads(
                                work ->
                                        Thread.startVirtualThread(
                                                () -> {
                                                    work.run();
                                                    finished.countDown();
                                                }),
                                Runnable::run));
    }

    @AfterEach
    void close() {
        terminal.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("that is left lets the scanner go at once, and records no broken-off test")
    void left() throws Exception {
        devices.scanner().breakWith(SimulatedFault.STUCK);
        model.testAll();
        model.hidden();
        finished.await();
        assertFalse(model.busyProperty().get());
        assertTrue(terminal.journal().last(EventType.DEVICE_TESTED).isEmpty());
        devices.scanner().repair();
        devices.scanner().present();
        assertTrue(
                devices.kit()
                                .fingerScanner()
                                .capture(
                                        new CaptureRequest(Duration.ofSeconds(5)),
                                        new CancelSignal())
                        instanceof FingerCapture.Captured);
    }

    @Test
    @DisplayName("takes no altered chip and no wrong check digits for a device that works")
    void notContent() {
        assertFalse(shown(new Seen.Chip("PACE", Seen.Trust.ALTERED)));
        assertFalse(shown(new Seen.Document(3, Seen.Zone.WRONG)));
        assertEquals(
                true,
                shown(new Seen.Chip("PACE", Seen.Trust.UNTRUSTED))
                        && shown(new Seen.Document(3, Seen.Zone.VALID)));
    }

    private static boolean shown(Seen seen) {
        return DevicesViewModel.hasShown(Optional.of(seen));
    }
}
