package org.tamga.devices.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.PassportMaker.CopyProtection;
import org.tamga.devices.simulator.chip.SimulatedChipReader;

/** What goes wrong at the reader, and that the next reading works. */
class ChipFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir Path folder;
    private SimulatedChipReader reader;

    @BeforeEach
    void reader() throws Exception {
        var kind = new PassportMaker.Kind(true, false, CopyProtection.NONE, "314159");
        reader = new SimulatedChipReader("chip-reader/simulated", kind, folder);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CARD_REMOVED, CARD_REMOVED",
        "UNPLUGGED, UNPLUGGED",
        "UNPLUGGED_MID_TRANSFER, UNPLUGGED",
        "WRONG_KEY, ACCESS_REFUSED",
        "WRONG_LENGTH, PROTOCOL_ERROR",
        "ENDLESS_REPLY, PROTOCOL_ERROR",
    })
    void is_told_by_its_code_and_the_next_reading_works(
            SimulatedFault fault, DeviceFault expected) {
        reader.breakWith(fault);
        reader.present();
        assertEquals(expected, failed(read(SOON, new CancelSignal())));
        reader.repair();
        good();
    }

    @Test
    void a_refused_key_is_not_tried_in_the_weaker_way() {
        // The chip knows BAC too, and would take this key's fields there.
        AtomicInteger challenges = new AtomicInteger();
        var passport = reader.wrongDocument();
        var slot =
                new SoftSlot(
                        command -> {
                            if ((command[1] & 0xFF) == 0x84) {
                                challenges.incrementAndGet();
                            }
                            return passport.transmit(command);
                        });
        try (var driver =
                ChipReaders.emrtd(reader.info(), slot, folder, java.time.InstantSource.system())) {
            assertEquals(
                    DeviceFault.ACCESS_REFUSED,
                    failed(driver.read(TestVisitor.chipAccess(), SOON, new CancelSignal())));
        }
        assertEquals(0, challenges.get());
    }

    @Test
    void nobody_and_a_chip_that_hangs_end_with_the_time_allowed() {
        assertEquals(DeviceFault.TIMEOUT, failed(read(Duration.ofMillis(300), new CancelSignal())));
        reader.breakWith(SimulatedFault.STUCK);
        reader.present();
        assertEquals(DeviceFault.OFFLINE, failed(read(Duration.ofSeconds(1), new CancelSignal())));
        reader.repair();
        good();
    }

    @Test
    void a_second_caller_is_told_that_the_reader_is_busy_and_the_first_can_be_cancelled()
            throws Exception {
        CancelSignal cancel = new CancelSignal();
        AtomicReference<ChipReading> first = new AtomicReference<>();
        Thread waiting =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    do {
                                        first.set(read(SOON, cancel));
                                    } while (failed(first.get()) == DeviceFault.BUSY);
                                });
        DeviceFault second = DeviceFault.TIMEOUT;
        for (int tries = 0; tries < 1_000 && second != DeviceFault.BUSY; tries++) {
            second = failed(read(Duration.ofMillis(20), new CancelSignal()));
        }
        assertEquals(DeviceFault.BUSY, second);
        cancel.cancel();
        waiting.join();
        assertEquals(DeviceFault.CANCELLED, failed(first.get()));
        reader.present();
        good();
    }

    @Test
    void two_hundred_readings_good_and_bad_leave_nothing_behind() throws Exception {
        reader.close();
        var quick = new PassportMaker.Kind(false, false, CopyProtection.NONE, "314159");
        reader = new SimulatedChipReader("chip-reader/simulated", quick, folder);
        AtomicInteger round = new AtomicInteger();
        Leaks.none(
                200,
                64,
                () -> {
                    boolean bad = round.getAndIncrement() % 2 == 0;
                    if (bad) {
                        reader.breakWith(SimulatedFault.CARD_REMOVED);
                    }
                    reader.present();
                    if (read(SOON, new CancelSignal()) instanceof ChipReading.Read(var document)) {
                        document.close();
                    }
                    reader.repair();
                });
    }

    private void good() {
        reader.present();
        ChipReading reading = read(SOON, new CancelSignal());
        assertInstanceOf(ChipReading.Read.class, reading, "" + reading).document().close();
    }

    private ChipReading read(Duration timeout, CancelSignal cancel) {
        return reader.read(TestVisitor.chipAccess(), timeout, cancel);
    }

    private static DeviceFault failed(ChipReading reading) {
        return assertInstanceOf(ChipReading.Failed.class, reading, "" + reading).fault();
    }
}
