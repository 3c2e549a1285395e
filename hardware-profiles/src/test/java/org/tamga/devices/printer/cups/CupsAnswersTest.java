package org.tamga.devices.printer.cups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.printer.PageSpec;

@DisplayName("A print service that stalls, breaks off or loses an answer")
class CupsAnswersTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final int JOB = 7;

    /** What goes wrong with the answers of one operation. */
    private enum Trouble {
        /** Headers and 3 of 100 bytes. */
        STALLS,
        BREAKS_OFF,
        FAILS_ONCE
    }

    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Operation, Trouble> troubles = new ConcurrentHashMap<>();
    private final List<Operation> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> purged = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private String ending = "job-completed-successfully";
    private HttpServer service;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(handlers);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        service.stop(0);
        handlers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                var in = new IppInputStream(exchange.getRequestBody())) {
            IppPacket request = in.readPacket();
            in.readAllBytes();
            Operation operation = request.getOperation();
            asked.add(operation);
            Trouble trouble = troubles.get(operation);
            if (trouble == null) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                reply(request).write(out);
                exchange.sendResponseHeaders(200, out.size());
                out.writeTo(exchange.getResponseBody());
                return;
            }
            switch (trouble) {
                case STALLS -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[3]);
                    exchange.getResponseBody().flush();
                    over.await();
                }
                case BREAKS_OFF -> exchange.sendResponseHeaders(200, 100);
                case FAILS_ONCE -> {
                    troubles.remove(operation);
                    exchange.sendResponseHeaders(503, -1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IppPacket reply(IppPacket request) {
        if (request.getValue(
                        Tag.operationAttributes, new com.hp.jipp.encoding.BooleanType("purge-job"))
                != null) {
            purged.add(request.getValue(Tag.operationAttributes, Types.jobId));
        }
        return new IppPacket.Builder(Status.successfulOk, 0x0101, request.getRequestId())
                .putOperationAttributes(Types.attributesCharset.of("utf-8"))
                .putPrinterAttributes(Types.printerState.of(PrinterState.idle))
                .putJobAttributes(
                        Types.jobId.of(JOB),
                        Types.jobState.of(JobState.completed),
                        Types.jobStateReasons.of(ending))
                .build();
    }

    private PagePrinter printer() {
        return printer(60);
    }

    private PagePrinter printer(int mostSeconds) {
        String at = "http://127.0.0.1:%d/printers/tamga".formatted(service.getAddress().getPort());
        DeviceInfo info = new DeviceInfo("p", "page-printer/cups", "test", true);
        return CupsPrinters.open(info, new PageSpec("A4", mostSeconds), at);
    }

    private PageResult print() {
        return print(60);
    }

    private PageResult print(int mostSeconds) {
        try (PagePrinter printer = printer(mostSeconds)) {
            return printer.print("x", PDF, 1, new CancelSignal());
        }
    }

    private static DeviceFault afterThePagesWereSent(PageResult result) {
        var failed = assertInstanceOf(PageResult.Failed.class, result);
        assertTrue(failed.detail().endsWith("pages may be out"), failed.detail());
        return failed.fault();
    }

    @Test
    void holds_nobody_up_in_the_midst_of_an_answer() {
        troubles.put(Operation.getPrinterAttributes, Trouble.STALLS);
        try (PagePrinter printer = printer()) {
            var absent = assertInstanceOf(Presence.Absent.class, printer.presence());
            assertEquals(DeviceFault.OFFLINE, absent.fault());
            var failed =
                    assertInstanceOf(
                            PageResult.Failed.class,
                            printer.print("x", PDF, 1, new CancelSignal()));
            assertEquals(DeviceFault.OFFLINE, failed.fault());
        }
    }

    @Test
    void is_asked_for_the_queue_once_in_a_while_only() {
        try (PagePrinter printer = printer()) {
            Presence first = printer.presence();
            for (int i = 0; i < 20; i++) {
                assertSame(first, printer.presence());
            }
        }
        assertEquals(List.of(Operation.getPrinterAttributes), asked);
    }

    @Test
    void gets_no_job_that_could_print_later() {
        troubles.put(Operation.sendDocument, Trouble.BREAKS_OFF);
        assertEquals(DeviceFault.PROTOCOL_ERROR, afterThePagesWereSent(print()));
        assertEquals(List.of(JOB), purged);
        troubles.put(Operation.createJob, Trouble.BREAKS_OFF);
        troubles.remove(Operation.sendDocument);
        asked.clear();
        assertInstanceOf(PageResult.Failed.class, print());
        assertTrue(!asked.contains(Operation.sendDocument), "no pages without a number");
    }

    @Test
    void loses_an_answer_and_no_print() {
        troubles.put(Operation.getJobAttributes, Trouble.FAILS_ONCE);
        assertInstanceOf(PageResult.Printed.class, print());
    }

    @Test
    void that_knows_no_end_is_given_up_at_the_jobs_limit() {
        troubles.put(Operation.getJobAttributes, Trouble.BREAKS_OFF);
        assertEquals(DeviceFault.TIMEOUT, afterThePagesWereSent(print(5)));
        assertEquals(List.of(JOB), purged);
    }

    @Test
    void says_that_errors_came_up_is_believed() {
        ending = "job-completed-with-errors";
        assertEquals(DeviceFault.PRINTER_ERROR, afterThePagesWereSent(print()));
    }
}
