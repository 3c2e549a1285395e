package org.tamga.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.DeviceEvent;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.kiosk.devices.TestRecord.Verdict;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("What the terminal knows of its devices")
class DeviceDeskTest {

    private static final DeviceClass SCANNER = DeviceClass.FINGER_SCANNER;

    @TempDir static Path folder;
    private static TestKit testKit;

    @TempDir Path home;
    private Instant now = Instant.now();
    private final InstantSource clock = () -> now;
    private SimulatedKit devices;
    private StationTerminal terminal;
    private DeviceDesk desk;

    @BeforeAll
    static void provision() {
        testKit = TestKit.create(folder.resolve("kit"), 3);
    }

    @BeforeEach
    void unlock() {
        var locked = testKit.setUp(home, clock);
        devices = SimulatedKit.in(home);
        terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), clock))
                        .terminal();
        desk = new DeviceDesk(devices.kit(), journal(), clock);
    }

    @AfterEach
    void close() {
        terminal.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("a fault of a device in use is journaled once a minute, not with every try")
    void noFlood() {
        for (int i = 0; i < 100; i++) {
            desk.failedInUse(SCANNER, DeviceFault.PROTOCOL_ERROR);
        }
        desk.failedInUse(SCANNER, DeviceFault.BLANK_IMAGE);
        assertEquals(List.of("DV-06", "DV-07"), faults());
        now = now.plus(Duration.ofSeconds(61));
        desk.failedInUse(SCANNER, DeviceFault.PROTOCOL_ERROR);
        assertEquals(List.of("DV-06", "DV-07", "DV-06"), faults());
        assertEquals(Optional.of(DeviceFault.PROTOCOL_ERROR), desk.state(SCANNER).fault());
        desk.worked(SCANNER);
        assertEquals(Optional.empty(), desk.state(SCANNER).fault());
        assertEquals(
                DeviceFault.PROTOCOL_ERROR,
                desk.state(SCANNER).trouble().orElseThrow().fault(),
                "the last error is remembered when it is over");
    }

    @Test
    @DisplayName("a scanner that nobody touches has passed, one that does not answer has not")
    void silence() {
        assertEquals("PASSED", tested(SimulatedFault.NOBODY));
        assertTrue(desk.state(SCANNER).passed());
        assertEquals("DV-12", tested(SimulatedFault.STUCK));
        assertEquals(Optional.of(DeviceFault.OFFLINE), desk.state(SCANNER).fault());
        assertFalse(desk.state(SCANNER).passed());
    }

    @Test
    @DisplayName("looking whether a device is there takes nothing back that its use has shown")
    void lookedForAfterUse() {
        for (Verdict tried : List.of(Verdict.PASSED, Verdict.REJECTED)) {
            desk.record(DeviceClass.PAGE_PRINTER, tried, Optional.empty());
            desk.test(DeviceClass.PAGE_PRINTER, new CancelSignal());
            assertEquals(
                    tried, desk.state(DeviceClass.PAGE_PRINTER).test().orElseThrow().verdict());
        }
        desk.test(DeviceClass.CHIP_READER, new CancelSignal());
        assertTrue(desk.state(DeviceClass.CHIP_READER).isOnlyPresent());
    }

    @Test
    @DisplayName("a serial sensor on a line where nobody answers fails its test")
    void silentLine() throws IOException {
        Path file = home.resolve("serial-sensor.yaml");
        Files.writeString(
                file,
                """
                kit: serial-sensor
                note: a sensor behind a pseudo-terminal
                devices:
                  finger-scanner: {profile: finger-scanner/zfm-20, simulated: true}
                """);
        try (var kit = SimulatedKit.of(file.toString(), home).kit()) {
            var line = kit.simulation().of(SCANNER).orElseThrow();
            var serial = new DeviceDesk(kit, journal(), clock);
            line.breakWith(SimulatedFault.STUCK);
            var silent = serial.test(SCANNER, new CancelSignal());
            assertEquals("DV-12", silent.test().orElseThrow().result());
            line.repair();
            assertTrue(serial.test(SCANNER, new CancelSignal()).passed());
        }
        assertEquals(List.of("DV-12", "PASSED"), results());
    }

    private String tested(SimulatedFault fault) {
        devices.scanner().script().fromNowOn(fault);
        return desk.test(SCANNER, new CancelSignal()).test().orElseThrow().result();
    }

    @Test
    @DisplayName("a device that is pulled out is a fault only while the station is open, and once")
    void pulledOut() {
        assertFalse(desk.seen(plugged(SCANNER)), "the first look is no change");
        assertTrue(desk.seen(unplugged(SCANNER)));
        assertTrue(desk.seen(plugged(SCANNER)));
        assertEquals(List.of(), faults());
        journal().append(EventType.STATION_OPENED, Map.of());
        desk.failedInUse(SCANNER, DeviceFault.UNPLUGGED);
        assertTrue(desk.seen(unplugged(SCANNER)));
        assertEquals(List.of("DV-03"), faults(), "the capture that broke off told it already");
        desk.seen(plugged(DeviceClass.PAGE_PRINTER));
        desk.seen(unplugged(DeviceClass.PAGE_PRINTER));
        assertEquals(List.of("DV-03"), faults(), "no page is printed at the table");
        assertTrue(desk.state(SCANNER).isAbsent());
        assertTrue(desk.seen(plugged(SCANNER)));
        assertEquals(Optional.empty(), desk.state(SCANNER).fault());
    }

    @Test
    @DisplayName("a device that was tested and pulled out since has not passed")
    void testedThenGone() {
        assertTrue(test(SCANNER).passed());
        devices.scanner().breakWith(SimulatedFault.UNPLUGGED);
        desk.look();
        assertFalse(desk.state(SCANNER).passed());
        devices.scanner().repair();
        desk.look();
        assertTrue(desk.state(SCANNER).isUntested(), "it may be another one");
        assertTrue(test(SCANNER).passed());
    }

    @Test
    @DisplayName("the first word of the watch takes no test away; a pull and a plug do")
    void pluggedInAgain() {
        test(SCANNER);
        assertFalse(desk.seen(plugged(SCANNER)));
        assertTrue(desk.state(SCANNER).passed());
        desk.seen(unplugged(SCANNER));
        desk.seen(plugged(SCANNER));
        assertTrue(desk.state(SCANNER).isUntested());
    }

    @Test
    @DisplayName("a pull that a look saw first is a fault in use all the same")
    void pullSeenTwice() {
        journal().append(EventType.STATION_OPENED, Map.of());
        desk.seen(plugged(SCANNER));
        devices.scanner().breakWith(SimulatedFault.UNPLUGGED);
        desk.look();
        assertTrue(desk.seen(unplugged(SCANNER)));
        assertEquals(List.of("DV-03"), faults());
    }

    @Test
    @DisplayName("what the slip printer says of itself is known of it")
    void printerSays() {
        DeviceClass printer = DeviceClass.RECEIPT_PRINTER;
        devices.printer().breakWith(SimulatedFault.PAPER_OUT);
        desk.printer();
        assertEquals(Optional.of(DeviceFault.PAPER_OUT), desk.state(printer).fault());
        devices.printer().repair();
        desk.printer();
        assertEquals(Optional.empty(), desk.state(printer).fault());
    }

    @Test
    @DisplayName("skipping a device is recorded and takes no earlier result away")
    void skipped() {
        desk.record(SCANNER, Verdict.SKIPPED, Optional.empty());
        assertEquals("SKIPPED", result(SCANNER));
        test(SCANNER);
        desk.record(SCANNER, Verdict.SKIPPED, Optional.empty());
        assertEquals("PASSED", result(SCANNER));
        desk.record(SCANNER, Verdict.REJECTED, Optional.empty());
        assertEquals("REJECTED", result(SCANNER));
        assertFalse(desk.state(SCANNER).passed());
        assertEquals(List.of("SKIPPED", "PASSED", "SKIPPED", "REJECTED"), results());
    }

    @Test
    @DisplayName("a device that can only be looked for is present; passed is what was used")
    void onlyLookedFor() {
        for (DeviceClass device :
                List.of(
                        SCANNER,
                        DeviceClass.CAMERA,
                        DeviceClass.DOCUMENT_READER,
                        DeviceClass.PAGE_PRINTER)) {
            assertTrue(test(device).passed());
        }
        assertEquals(List.of("PASSED", "PASSED", "PRESENT", "PRESENT"), results());
    }

    @Test
    @DisplayName("a scanner that somebody else holds has not passed; one that is let go soon has")
    void held() {
        CancelSignal letGo = new CancelSignal();
        CancelSignal never = new CancelSignal();
        devices.holdScanner(letGo);
        Thread.startVirtualThread(
                () -> {
                    never.await(Duration.ofSeconds(1));
                    letGo.cancel();
                });
        assertTrue(test(SCANNER).passed());
        devices.holdScanner(never);
        assertFalse(test(SCANNER).passed());
        assertEquals(List.of("PASSED", "DV-09"), results());
        never.cancel();
    }

    private DeviceState test(DeviceClass device) {
        return desk.test(device, new CancelSignal());
    }

    private String result(DeviceClass device) {
        return desk.state(device).test().orElseThrow().result();
    }

    private StationJournal journal() {
        return terminal.journal();
    }

    private List<String> faults() {
        return journaled(EventType.DEVICE_FAULT);
    }

    private List<String> results() {
        return journaled(EventType.DEVICE_TESTED);
    }

    private List<String> journaled(EventType type) {
        return journal().events().stream()
                .filter(event -> event.type() == type)
                .map(JournalEvent::data)
                .map(data -> data.getOrDefault("result", ""))
                .toList();
    }

    private DeviceInfo info(DeviceClass device) {
        return devices.kit().device(device).info();
    }

    private DeviceEvent plugged(DeviceClass device) {
        return new DeviceEvent.Plugged(device, info(device));
    }

    private DeviceEvent unplugged(DeviceClass device) {
        return new DeviceEvent.Unplugged(device, info(device), DeviceFault.NOT_FOUND, "gone");
    }
}
