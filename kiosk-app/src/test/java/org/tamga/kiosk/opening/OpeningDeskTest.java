package org.tamga.kiosk.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.journal.EventType;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationDesks;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("Opening")
class OpeningDeskTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;
    private SimulatedKit devices;
    private StationDesks desks;
    private OpeningDesk desk;

    @BeforeEach
    void unlock() {
        Path home = folder.resolve("home");
        LockedTerminal locked = TestKit.create(folder.resolve("kit"), 3).setUp(home, CLOCK);
        devices = SimulatedKit.in(home);
        StationTerminal terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        desks = desks(terminal, devices.kit());
        desk = desks.opening();
    }

    private static StationDesks desks(StationTerminal terminal, DeviceKit kit) {
        return new StationDesks(terminal, kit, Messages.load(), () -> Language.KY, CLOCK);
    }

    @Test
    @DisplayName("is refused with a kit whose devices are not attached, each with its fault")
    void nothingAttached() {
        var opening = DeviceKit.open("serial", new KitSettings(folder, new FingerQueue()));
        DeviceKit kit = ((ProfileReading.Accepted<DeviceKit>) opening).value();
        StationDesks attached = desks(desks.terminal(), kit);
        attached.opening().testDevices();
        assertEquals(
                Optional.of(DeviceFault.NOT_FOUND),
                attached.devices().state(DeviceClass.FINGER_SCANNER).fault());
        assertFalse(
                attached.devices().states().stream()
                        .anyMatch(state -> state.device() == DeviceClass.PAGE_PRINTER),
                "what a kit does not hold is not missed");
        assertEquals(
                Optional.of("DV-04"),
                attached.opening().printZeroReport(),
                "the printer itself says why nothing comes out");
        assertEquals(new OpeningOutcome.Refused("OP-03"), attached.opening().open());
        kit.close();
    }

    @AfterEach
    void close() {
        desks.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("is refused by name until devices are tested and the zero report is printed")
    void order() {
        assertEquals(new OpeningOutcome.Refused("OP-03"), desk.open());
        assertEquals(Optional.of("OP-03"), desk.printZeroReport(), "it lists the self-tests");
        assertEquals(0, devices.printer().slipsCut());
        desk.testDevices();
        assertEquals(new OpeningOutcome.Refused("OP-07"), desk.open());
        assertEquals(Optional.empty(), desk.printZeroReport());
        devices.scanner().breakWith(SimulatedFault.UNPLUGGED);
        assertEquals(new OpeningOutcome.Refused("OP-03"), desk.open(), "it was pulled out since");
        devices.scanner().repair();
        assertEquals(new OpeningOutcome.Refused("OP-03"), desk.open(), "it may be another one");
        desk.testDevices();
        assertInstanceOf(OpeningOutcome.Opened.class, desk.open());
        assertEquals(new OpeningOutcome.Refused("OP-08"), desk.open());
        assertEquals(1, devices.printer().slipsCut());
    }

    @Test
    @DisplayName("does not take a zero report for printed that did not come out")
    void noPaper() {
        desk.testDevices();
        devices.printer().breakWith(SimulatedFault.PAPER_OUT);
        assertEquals(Optional.of("DV-10"), desk.printZeroReport());
        assertEquals(
                Optional.of(DeviceFault.PAPER_OUT),
                desks.devices().state(DeviceClass.RECEIPT_PRINTER).fault());
        assertTrue(desks.terminal().journal().last(EventType.ZERO_REPORT).isEmpty());
        desk.testDevices();
        assertEquals(new OpeningOutcome.Refused("OP-03"), desk.open());
    }

    @Test
    @DisplayName("shows the checklist and the reason on the screen")
    void viewModel() {
        List<String> opened = new ArrayList<>();
        OpeningViewModel model =
                new OpeningViewModel(
                        desk,
                        UiThreads.direct(),
                        ZoneId.of("Asia/Bishkek"),
                        () -> opened.add("opened"));
        model.check();
        assertEquals(Check.values().length, model.checks().size());
        model.open();
        List<Message> missing =
                List.of(
                        Message.of("opening.check.DEVICES"),
                        Message.of("opening.check.ZERO_REPORT"));
        assertEquals(
                Message.coded(Message.of("opening.missing", missing), "OP-03"),
                model.answerProperty().get());
        assertFalse(model.readyProperty().get());
        model.testDevices();
        model.printZeroReport();
        assertTrue(model.readyProperty().get());
        model.open();
        assertEquals(List.of("opened"), opened);
        assertEquals("opening.opened", model.answerProperty().get().key());
    }
}
