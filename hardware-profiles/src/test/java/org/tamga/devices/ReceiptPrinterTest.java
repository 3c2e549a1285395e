package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.printer.Confirmation;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.EscPosLine;
import org.tamga.devices.simulator.PseudoTerminal;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.SimulatedLink;
import org.tamga.devices.simulator.WireDevice;

@DisplayName("A receipt printer")
class ReceiptPrinterTest {
    private static final int DOTS = 384;
    private static final int ROWS = 300;

    @TempDir Path folder;
    private EscPosEmulator emulator;
    private MonoRaster slip;

    @BeforeEach
    void plugIn() {
        emulator = new EscPosEmulator(DOTS, folder);
        slip = noise(DOTS, ROWS);
    }

    private static MonoRaster noise(int width, int height) {
        byte[] bits = new byte[width / 8 * height];
        new Random(7).nextBytes(bits);
        // Status questions hidden in picture data must confuse nobody.
        System.arraycopy(new byte[] {0x10, 0x04, 0x01, 0x10, 0x04, 0x04}, 0, bits, 100, 6);
        return new MonoRaster(width, height, bits);
    }

    private static ReceiptPrinter printer(LinkOpener link, Confirmation confirmation) {
        PrintSpec spec = new PrintSpec(DOTS, 80, 1_000, 64, 4_000, 4, confirmation);
        return ReceiptPrinters.escPos(
                new DeviceInfo("p", "receipt-printer/test", "test", false), spec, link);
    }

    private ReceiptPrinter inProcess() {
        return printer(SimulatedLink.to(emulator), Confirmation.ORDERED);
    }

    @Test
    void keeps_a_slip_as_pdf_under_the_number_of_its_picture() throws IOException {
        for (String pdf : List.of("one", "two")) {
            inProcess().print(slip, new CancelSignal());
            emulator.keepPdf(pdf.getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(List.of("0001.pdf", "0001.png", "0002.pdf", "0002.png"), kept());
        assertEquals("two", Files.readString(folder.resolve("0002.pdf")));
    }

    @Test
    void that_may_keep_no_order_keeps_one_slip_and_no_time() throws IOException {
        emulator = EscPosEmulator.keepingLast(DOTS, folder);
        inProcess().print(slip, new CancelSignal());
        emulator.keepPdf(new byte[1]);
        emulator.breakWith(SimulatedFault.HALF_PRINTED);
        inProcess().print(slip, new CancelSignal());
        assertEquals(List.of("last-half.png"), kept());
        emulator.repair();
        inProcess().print(slip, new CancelSignal());
        assertEquals(List.of("last.png"), kept());
        assertSlipEquals(onPaper("last.png"));
        assertEquals(0, Files.getLastModifiedTime(folder.resolve("last.png")).toMillis());
    }

    private List<String> kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private MonoRaster onPaper(String file) throws IOException {
        return MonoRaster.of(ImageIO.read(folder.resolve(file).toFile()));
    }

    private void assertSlipEquals(MonoRaster paper) {
        assertEquals(DOTS, paper.width());
        assertTrue(paper.height() > ROWS, "paper is fed before the cut");
        assertEquals(slip, new MonoRaster(DOTS, ROWS, paper.rows(0, ROWS)));
    }

    @Test
    void prints_every_dot_of_a_slip_and_cuts_it() throws IOException {
        try (ReceiptPrinter printer = inProcess()) {
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
        }
        assertSlipEquals(onPaper("0001.png"));
        assertEquals(1, emulator.slipsCut());
        assertEquals(0, emulator.unknownBytes());
    }

    @ParameterizedTest(name = "confirmation {0}")
    @MethodSource("confirmations")
    void prints_the_same_over_a_real_serial_line(Confirmation confirmation) throws IOException {
        try (PseudoTerminal line = PseudoTerminal.attach(emulator, 0);
                ReceiptPrinter printer =
                        printer(Links.serial(line.path(), 115_200), confirmation)) {
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
        }
        assertSlipEquals(onPaper("0002.png"));
    }

    static Stream<Confirmation> confirmations() {
        return Stream.of(Confirmation.values());
    }

    @Test
    void prints_the_same_over_a_character_device() throws IOException {
        try (PseudoTerminal line = PseudoTerminal.attach(emulator, 0);
                ReceiptPrinter printer =
                        printer(Links.characterDevice(line.path()), Confirmation.ORDERED)) {
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
        }
        assertSlipEquals(onPaper("0001.png"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(SimulatedFault.PAPER_OUT, DeviceFault.PAPER_OUT, false),
                Arguments.of(SimulatedFault.COVER_OPEN, DeviceFault.COVER_OPEN, false),
                Arguments.of(SimulatedFault.CUTTER_JAM, DeviceFault.PRINTER_ERROR, false),
                Arguments.of(SimulatedFault.STUCK, DeviceFault.OFFLINE, false),
                Arguments.of(SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED, false),
                Arguments.of(SimulatedFault.HALF_PRINTED, DeviceFault.PAPER_OUT, true));
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @MethodSource("faults")
    void tells_its_trouble_and_prints_whole_slips_after_the_repair(
            SimulatedFault trouble, DeviceFault fault, boolean paperMoved) throws IOException {
        try (ReceiptPrinter printer = inProcess()) {
            emulator.breakWith(trouble);
            PrintResult.Failed failed =
                    assertInstanceOf(
                            PrintResult.Failed.class, printer.print(slip, new CancelSignal()));
            assertEquals(fault, failed.fault());
            assertEquals(paperMoved, failed.paperMayHaveMoved());
            assertEquals(0, emulator.slipsCut());
            assertEquals(paperMoved, Files.exists(folder.resolve("0001-half.png")));

            emulator.repair();
            int before = emulator.slipsCut();
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
            String last = "%04d.png".formatted(emulator.slipsCut() + (paperMoved ? 1 : 0));
            assertSlipEquals(onPaper(last));
            assertTrue(emulator.slipsCut() > before);
        }
    }

    @Test
    void tells_an_unplug_of_a_serial_line_and_finds_the_printer_again() throws IOException {
        Path[] where = new Path[1];
        LinkOpener opener = () -> Links.serial(where[0], 115_200).open();
        try (ReceiptPrinter printer = printer(opener, Confirmation.ORDERED)) {
            try (PseudoTerminal line = PseudoTerminal.attach(emulator, 0)) {
                where[0] = line.path();
                assertInstanceOf(PrinterStatus.Ready.class, printer.status());
            }
            PrintResult.Failed failed =
                    assertInstanceOf(
                            PrintResult.Failed.class, printer.print(slip, new CancelSignal()));
            assertEquals(DeviceFault.UNPLUGGED, failed.fault());
            try (PseudoTerminal line = PseudoTerminal.attach(emulator, 0)) {
                where[0] = line.path();
                assertInstanceOf(
                        PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
            }
        }
    }

    @Test
    void lets_go_of_a_line_that_was_pulled_out_as_soon_as_somebody_looks() throws IOException {
        try (EscPosLine line = EscPosLine.start(emulator, folder.resolve("lines"), 0);
                ReceiptPrinter printer =
                        printer(Links.serial(Path.of(line.at()), 115_200), Confirmation.ORDERED)) {
            Path terminal = Path.of(line.at()).toRealPath();
            long without = descriptorsOf(terminal);
            assertInstanceOf(PrinterStatus.Ready.class, printer.status());
            assertEquals(without + 1, descriptorsOf(terminal));
            line.breakWith(SimulatedFault.UNPLUGGED);
            assertInstanceOf(Presence.Absent.class, printer.presence());
            assertEquals(0, descriptorsOf(terminal));
        }
    }

    @Test
    @Timeout(60)
    void that_is_closed_breaks_its_slip_off_and_lets_go_of_the_line() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        WireDevice stuck =
                bytes -> {
                    if (bytes.length > 100) {
                        writing.countDown();
                        await(enough);
                    }
                    return emulator.receive(bytes);
                };
        try (PseudoTerminal line = PseudoTerminal.attach(stuck, 0)) {
            long without = descriptorsOf(line.path());
            ReceiptPrinter printer =
                    printer(Links.serial(line.path(), 1_200), Confirmation.ORDERED);
            var printing =
                    CompletableFuture.supplyAsync(() -> printer.print(slip, new CancelSignal()));
            await(writing);
            printer.close();
            assertInstanceOf(PrintResult.Failed.class, printing.get());
            assertEquals(without, descriptorsOf(line.path()));
            assertInstanceOf(PrinterStatus.NotReady.class, printer.status());
            assertEquals(without, descriptorsOf(line.path()));
        } finally {
            enough.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long descriptorsOf(Path device) throws IOException {
        long count = 0;
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                // The descriptor of this very list has gone meanwhile.
                String target =
                        Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)
                                ? Files.readSymbolicLink(descriptor).toString()
                                : "";
                if (target.equals(device.toString()) || target.equals(device + " (deleted)")) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void warns_of_the_end_of_its_paper() {
        try (ReceiptPrinter printer = inProcess()) {
            assertEquals(new PrinterStatus.Ready(false), printer.status());
            emulator.breakWith(SimulatedFault.PAPER_NEAR_END);
            assertEquals(new PrinterStatus.Ready(true), printer.status());
            assertInstanceOf(PrintResult.Printed.class, printer.print(slip, new CancelSignal()));
        }
    }

    @Test
    void refuses_what_is_wider_than_its_head_and_what_was_cancelled() {
        try (ReceiptPrinter printer = inProcess()) {
            PrintResult tooWide = printer.print(noise(DOTS + 8, 10), new CancelSignal());
            assertEquals(
                    DeviceFault.TOO_LARGE,
                    assertInstanceOf(PrintResult.Failed.class, tooWide).fault());
            CancelSignal cancelled = new CancelSignal();
            cancelled.cancel();
            PrintResult.Failed failed =
                    assertInstanceOf(PrintResult.Failed.class, printer.print(slip, cancelled));
            assertEquals(DeviceFault.CANCELLED, failed.fault());
            assertFalse(failed.paperMayHaveMoved());
        }
        assertEquals(0, emulator.slipsCut());
    }

    @Test
    void goes_on_numbering_slips_after_a_restart() throws IOException {
        try (ReceiptPrinter printer = inProcess()) {
            printer.print(slip, new CancelSignal());
        }
        emulator = new EscPosEmulator(DOTS, folder);
        try (ReceiptPrinter printer = inProcess()) {
            printer.print(slip, new CancelSignal());
        }
        assertSlipEquals(onPaper("0002.png"));
    }

    @Test
    void on_a_slow_line_is_waited_for_until_the_slip_has_passed() throws IOException {
        try (EscPosLine line = EscPosLine.start(emulator, folder.resolve("lines"), 19_200);
                ReceiptPrinter printer =
                        printer(Links.serial(Path.of(line.at()), 19_200), Confirmation.ORDERED)) {
            MonoRaster narrow = noise(DOTS, 120);
            assertInstanceOf(PrintResult.Printed.class, printer.print(narrow, new CancelSignal()));
            assertEquals(1, emulator.slipsCut());
        }
    }

    /** Never answers DLE DC4 8 in time: at once it loses what follows, and says so later. */
    @Test
    void that_clears_its_buffers_too_late_has_not_printed() {
        WireDevice slow =
                new WireDevice() {
                    private boolean slipPassed;

                    @Override
                    public byte[] receive(byte[] bytes) throws LinkException {
                        boolean clear = bytes.length == 10 && bytes[0] == 0x10 && bytes[1] == 0x14;
                        boolean late = slipPassed && bytes.length == 3 && bytes[0] == 0x1D;
                        slipPassed |= bytes.length > 100;
                        byte[] told = {0x37, 0x25, 0x00};
                        return clear ? new byte[0] : late ? told : emulator.receive(bytes);
                    }
                };
        try (ReceiptPrinter printer = printer(SimulatedLink.to(slow), Confirmation.ORDERED)) {
            PrintResult.Failed failed =
                    assertInstanceOf(
                            PrintResult.Failed.class, printer.print(slip, new CancelSignal()));
            assertEquals(DeviceFault.PRINT_UNCONFIRMED, failed.fault());
            assertTrue(failed.paperMayHaveMoved());
        }
    }

    @Test
    void leaves_nothing_behind_in_two_hundred_uses_with_changing_faults() throws Exception {
        List<SimulatedFault> faults =
                List.of(
                        SimulatedFault.PAPER_OUT,
                        SimulatedFault.COVER_OPEN,
                        SimulatedFault.UNPLUGGED,
                        SimulatedFault.CUTTER_JAM,
                        SimulatedFault.OFFLINE);
        EscPosEmulator kept = EscPosEmulator.keepingLast(DOTS, folder);
        int[] round = {0};
        try (EscPosLine line = EscPosLine.start(kept, folder.resolve("lines"), 0)) {
            Leaks.none(
                    200,
                    64,
                    () -> {
                        Path at = Path.of(line.at());
                        LinkOpener link =
                                round[0] % 2 == 0
                                        ? Links.serial(at, 115_200)
                                        : Links.characterDevice(at);
                        boolean whole = round[0] % 25 == 0;
                        try (ReceiptPrinter printer = printer(link, Confirmation.ORDERED)) {
                            if (!whole) {
                                line.breakWith(faults.get(round[0] % faults.size()));
                            }
                            PrintResult result = printer.print(slip, new CancelSignal());
                            assertEquals(whole, result instanceof PrintResult.Printed);
                        } finally {
                            line.repair();
                        }
                        round[0]++;
                    });
        }
    }
}
