package org.tamga.devices.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.chip.PcscSimulator;
import org.tamga.devices.simulator.chip.SimulatedChipReader;

/** The driver, the real client library, a real smart card service, a virtual reader. */
class PcscReaderTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ChipAccess KEY =
            new ChipAccess.MrzKey(
                    "D23145890", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));

    @TempDir Path folder;

    @Test
    void reads_a_passport_and_survives_everything_that_happens_to_reader_and_service()
            throws Exception {
        try (var simulator = new PcscSimulator(SimulatedChipReader.visitorsCard());
                var reader = reader(simulator)) {
            assertEquals(new Presence.Attached(), reader.presence());
            good(simulator, reader);
            bad(simulator, reader, SimulatedFault.CARD_REMOVED, DeviceFault.CARD_REMOVED);
            bad(simulator, reader, SimulatedFault.UNPLUGGED_MID_TRANSFER, DeviceFault.UNPLUGGED);
            bad(simulator, reader, SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED);
            simulator.breakWith(SimulatedFault.STUCK);
            simulator.present();
            assertFault(
                    DeviceFault.OFFLINE,
                    reader.read(KEY, Duration.ofSeconds(2), new CancelSignal()));
            simulator.repair();
            good(simulator, reader);
        }
    }

    @Test
    void two_hundred_times_nobody_came_leaves_nothing_behind() throws Exception {
        try (var simulator = new PcscSimulator(SimulatedChipReader.visitorsCard())) {
            Leaks.none(
                    200,
                    64,
                    () -> {
                        try (var reader = reader(simulator)) {
                            assertFault(
                                    DeviceFault.TIMEOUT,
                                    reader.read(KEY, Duration.ofMillis(5), new CancelSignal()));
                        }
                    });
        }
    }

    @Test
    void a_missing_service_is_told_with_its_package() throws Exception {
        var slot =
                new PcscSlot(
                        () -> PcscLibrary.of(folder, folder), java.util.regex.Pattern.compile(""));
        var absent = assertInstanceOf(Presence.Absent.class, slot.presence());
        assertEquals(DeviceFault.DRIVER_MISSING, absent.fault());
    }

    @Test
    @Timeout(60)
    void a_service_that_takes_the_question_and_stays_silent_is_told_to_everybody_who_looks()
            throws Exception {
        try (var simulator = new PcscSimulator(SimulatedChipReader.visitorsCard());
                var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path socket = Path.of(simulator.at(), "run/pcscd/pcscd.comm");
            Files.delete(socket);
            silent.bind(UnixDomainSocketAddress.of(socket));
            try (var reader = reader(simulator)) {
                for (int look = 0; look < 3; look++) {
                    var absent = assertInstanceOf(Presence.Absent.class, reader.presence());
                    assertEquals(DeviceFault.OFFLINE, absent.fault(), absent.detail());
                }
            }
        }
    }

    private static void good(PcscSimulator simulator, ChipReader reader) {
        simulator.present();
        ChipReading reading = reader.read(KEY, SOON, new CancelSignal());
        try (var document =
                assertInstanceOf(ChipReading.Read.class, reading, "" + reading).document()) {
            assertEquals(TestVisitor.mrz(), document.mrzLines());
            assertInstanceOf(Authenticity.Genuine.class, document.authenticity());
            assertEquals("PACE+CA", document.protocol());
        }
    }

    private static void bad(
            PcscSimulator simulator,
            ChipReader reader,
            SimulatedFault fault,
            DeviceFault expected) {
        simulator.breakWith(fault);
        simulator.present();
        assertFault(expected, reader.read(KEY, SOON, new CancelSignal()));
        simulator.repair();
        good(simulator, reader);
    }

    private static void assertFault(DeviceFault expected, ChipReading reading) {
        assertEquals(
                expected,
                assertInstanceOf(ChipReading.Failed.class, reading, "" + reading).fault(),
                "" + reading);
    }

    private static ChipReader reader(PcscSimulator simulator) {
        return ChipReaders.pcsc(
                new DeviceInfo(simulator.at(), "chip-reader/pcsc-generic", "PC/SC", true),
                simulator.at(),
                Path.of(simulator.at(), "trust"));
    }
}
