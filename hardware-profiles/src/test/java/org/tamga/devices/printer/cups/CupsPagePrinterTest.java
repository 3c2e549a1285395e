package org.tamga.devices.printer.cups;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.Leaks;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.printer.PageSpec;
import org.tamga.devices.simulator.CupsSimulator;
import org.tamga.devices.simulator.SimulatedFault;

@DisplayName("A page printer behind CUPS")
class CupsPagePrinterTest {
    private static final int MOST_SECONDS = 60;

    /** Of jobs that end with the time allowed. */
    private static final int FEW_SECONDS = 5;

    private static final byte[] PDF =
            "%PDF-1.4\n% one page of nothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final Map<SimulatedFault, DeviceFault> FAULTS =
            Map.of(
                    SimulatedFault.HALF_PRINTED, DeviceFault.PAPER_OUT,
                    SimulatedFault.STUCK, DeviceFault.TIMEOUT);

    @TempDir static Path folder;
    private static CupsSimulator simulator;

    @BeforeAll
    static void start() throws IOException {
        simulator = new CupsSimulator(folder);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static PagePrinter printer(String at) {
        return printer(at, MOST_SECONDS);
    }

    private static PagePrinter printer(String at, int mostSeconds) {
        DeviceInfo info = new DeviceInfo("p", "page-printer/cups", "test", true);
        return CupsPrinters.open(info, new PageSpec("A4", mostSeconds), at);
    }

    private static Optional<DeviceFault> print(PagePrinter printer, int copies) {
        return switch (printer.print("protocol-1", PDF, copies, new CancelSignal())) {
            case PageResult.Failed(DeviceFault fault, String detail) -> Optional.of(fault);
            case PageResult.Printed printed -> Optional.empty();
        };
    }

    private static List<Path> tray() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void prints_the_pages_as_often_as_asked_and_leaves_none_in_the_spool() throws IOException {
        try (PagePrinter printer = printer(simulator.at())) {
            int before = tray().size();
            assertEquals(Optional.empty(), print(printer, 2));
            List<Path> pages = tray();
            assertEquals(before + 2, pages.size());
            assertArrayEquals(PDF, Files.readAllBytes(pages.getLast()));
            assertEquals(List.of(), simulator.spooled());
        }
    }

    /** A print service that is busy for longer than a look may last is looked at again. */
    @Test
    void is_there_as_long_as_its_queue_is() {
        Presence presence = new Presence.Absent(DeviceFault.TIMEOUT, "not asked");
        for (int i = 0; i < 100 && presence instanceof Presence.Absent; i++) {
            try (PagePrinter printer = printer(simulator.at())) {
                presence = printer.presence();
            }
        }
        assertInstanceOf(Presence.Attached.class, presence);
    }

    /** All other faults: FaultMatrixTest. */
    @ParameterizedTest(name = "answers {0} with its code and prints again afterwards")
    @EnumSource(names = {"HALF_PRINTED", "STUCK"})
    void faults(SimulatedFault fault) throws IOException {
        int seconds = fault == SimulatedFault.STUCK ? FEW_SECONDS : MOST_SECONDS;
        try (PagePrinter printer = printer(simulator.at());
                PagePrinter broken = printer(simulator.at(), seconds)) {
            simulator.breakWith(fault);
            int before = tray().size();
            assertEquals(Optional.ofNullable(FAULTS.get(fault)), print(broken, 1));
            awaitIdlePrinter();
            simulator.repair();
            assertEquals(Optional.empty(), print(printer, 1), "after");
            assertEquals(before + 1, tray().size(), "a failed job must not print later");
            assertEquals(List.of(), simulator.spooled());
        } finally {
            simulator.repair();
        }
    }

    /** The cancellation reaches the printer through CUPS, a moment later. */
    private static void awaitIdlePrinter() {
        for (int i = 0; i < 1_200 && simulator.jobsAtPrinter() > 0; i++) {
            boolean unused = new CancelSignal().await(Duration.ofMillis(50));
        }
        assertEquals(0, simulator.jobsAtPrinter(), "the printer still has the job");
    }

    @Test
    void takes_the_job_back_when_cancelled() throws Exception {
        try (PagePrinter printer = printer(simulator.at())) {
            simulator.breakWith(SimulatedFault.STUCK);
            CancelSignal cancel = new CancelSignal();
            Thread other =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        cancel.await(Duration.ofMillis(700));
                                        cancel.cancel();
                                    });
            int before = tray().size();
            PageResult result = printer.print("x", PDF, 1, cancel);
            other.join();
            assertEquals(
                    DeviceFault.CANCELLED,
                    assertInstanceOf(PageResult.Failed.class, result).fault());
            awaitIdlePrinter();
            simulator.repair();
            assertEquals(Optional.empty(), print(printer, 1));
            assertEquals(before + 1, tray().size());
        } finally {
            simulator.repair();
        }
    }

    @Test
    void takes_back_at_its_first_use_what_a_program_that_died_has_left() throws Exception {
        try (IppClient client = new IppClient();
                PagePrinter printer = printer(simulator.at())) {
            PrintJob jobs = new PrintJob(client, CupsQueue.of(simulator.at()));
            int left = jobs.create(1);
            assertEquals(List.of(left), jobs.waiting());
            int before = tray().size();
            assertEquals(Optional.empty(), print(printer, 1));
            assertEquals(List.of(), jobs.waiting());
            assertEquals(before + 1, tray().size());
        }
    }

    @Test
    void says_what_is_missing() {
        String at = simulator.at();
        try (PagePrinter printer = printer(at.replace("/tamga", "/nobody"))) {
            assertEquals(Optional.of(DeviceFault.NOT_FOUND), print(printer, 1));
            assertInstanceOf(Presence.Absent.class, printer.presence());
        }
        try (PagePrinter printer = printer("http://127.0.0.1:9/printers/tamga")) {
            Optional<DeviceFault> fault = print(printer, 1);
            assertTrue(
                    fault.equals(Optional.of(DeviceFault.OFFLINE))
                            || fault.equals(Optional.of(DeviceFault.DRIVER_MISSING)));
        }
        try (PagePrinter printer = printer("http://10.0.0.1:631/printers/tamga")) {
            assertEquals(Optional.of(DeviceFault.NOT_FOUND), print(printer, 1));
        }
    }

    @Test
    void leaves_nothing_behind_in_two_hundred_uses_of_which_some_print() throws Exception {
        int[] round = {0};
        Leaks.none(
                200,
                64,
                () -> {
                    try (PagePrinter printer = printer(simulator.at())) {
                        Presence unused = printer.presence();
                        if (round[0]++ % 60 == 0) {
                            assertEquals(Optional.empty(), print(printer, 1));
                        }
                    }
                });
    }

    @Test
    void is_understood_or_refused_whatever_the_print_service_sends() throws IOException {
        byte[] job =
                bytes(
                        new IppPacket.Builder(Status.successfulOk, 0x0101, 1)
                                .putOperationAttributes(Types.attributesCharset.of("utf-8"))
                                .putJobAttributes(
                                        Types.jobState.of(JobState.processing),
                                        Types.jobStateReasons.of("job-printing", "x"))
                                .build());
        byte[] queue =
                bytes(
                        new IppPacket.Builder(Status.successfulOk, 0x0101, 1)
                                .putPrinterAttributes(
                                        Types.printerState.of(PrinterState.stopped),
                                        Types.printerStateReasons.of("media-empty-error"))
                                .build());
        Random random = new Random(5);
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            try {
                PrintJob.Progress progress =
                        PrintJob.progress(
                                IppClient.parsed(mutated(random, job)),
                                IppClient.parsed(mutated(random, queue)));
                assertTrue(progress.reasons().size() <= 100);
                Optional<PrinterReasons.Blocked> unused = PrinterReasons.of(progress);
                understood++;
            } catch (LinkException e) {
                assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
            }
        }
        assertTrue(understood > 100, "mutations must leave some whole");
    }

    private static byte[] bytes(IppPacket packet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packet.write(out);
        return out.toByteArray();
    }

    private static byte[] mutated(Random random, byte[] good) {
        byte[] bytes =
                random.nextInt(8) == 0
                        ? Arrays.copyOf(good, random.nextInt(good.length))
                        : good.clone();
        for (int n = random.nextInt(3); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
