package org.tamga.devices.simulator;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A network printer that speaks IPP 1.1 on this machine and takes PDF: each copy of a job becomes
 * {@code NNNN-job.pdf} in a folder.
 */
final class IppPrinter implements AutoCloseable {
    static final Set<SimulatedFault> FAULTS =
            Set.copyOf(
                    EnumSet.of(
                            SimulatedFault.OFFLINE,
                            SimulatedFault.PAPER_OUT,
                            SimulatedFault.COVER_OPEN,
                            SimulatedFault.HALF_PRINTED,
                            SimulatedFault.STUCK,
                            SimulatedFault.SLOW,
                            SimulatedFault.UNPLUGGED));

    private static final int MOST_BYTES = 64 << 20;

    private final FaultScript script = new FaultScript(FAULTS);
    private final NumberedFiles tray;
    private final PluggedServer server;
    private final Map<Integer, IppJob> jobs = new HashMap<>();
    private int lastJob;

    IppPrinter(Path folder) throws IOException {
        this.tray = new NumberedFiles(folder);
        this.server = new PluggedServer("ipp", this::answer);
    }

    URI uri() {
        return URI.create("ipp://127.0.0.1:" + server.port() + "/ipp/print");
    }

    synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            server.unplug();
        }
    }

    synchronized void repair() {
        script.clear();
        server.plug();
    }

    /** Jobs that wait or print. */
    synchronized long busy() {
        return jobs.values().stream().filter(job -> !job.isOver()).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                var in = new IppInputStream(exchange.getRequestBody())) {
            IppPacket request = in.readPacket();
            byte[] document = in.readNBytes(MOST_BYTES);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reply(request, document).write(out);
            exchange.getResponseHeaders().set("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, out.size());
            out.writeTo(exchange.getResponseBody());
        }
    }

    private synchronized IppPacket reply(IppPacket request, byte[] document) {
        Operation operation = request.getOperation();
        if (operation.equals(Operation.getPrinterAttributes)) {
            return response(request, Status.successfulOk)
                    .putPrinterAttributes(description())
                    .build();
        }
        if (operation.equals(Operation.validateJob)) {
            return response(request, Status.successfulOk).build();
        }
        if (operation.equals(Operation.printJob)) {
            return taken(request, document);
        }
        Integer number = request.getValue(Tag.operationAttributes, Types.jobId);
        IppJob job = number == null ? null : jobs.get(number);
        if (job == null || number == null) {
            return response(request, Status.clientErrorNotFound).build();
        }
        if (operation.equals(Operation.cancelJob)) {
            job.cancel();
            return response(request, Status.successfulOk).build();
        }
        return operation.equals(Operation.getJobAttributes)
                ? described(request, number, job)
                : response(request, Status.serverErrorOperationNotSupported).build();
    }

    private static IppPacket.Builder response(IppPacket request, Status status) {
        return new IppPacket.Builder(status, 0x0101, request.getRequestId())
                .putOperationAttributes(
                        Types.attributesCharset.of("utf-8"),
                        Types.attributesNaturalLanguage.of("en"));
    }

    private IppPacket taken(IppPacket request, byte[] document) {
        if (script.plays(SimulatedFault.OFFLINE)) {
            return response(request, Status.serverErrorServiceUnavailable).build();
        }
        Integer copies = request.getValue(Tag.jobAttributes, Types.copies);
        IppJob job = new IppJob(document, Objects.requireNonNullElse(copies, 1), script, tray);
        lastJob++;
        jobs.put(lastJob, job);
        return described(request, lastJob, job);
    }

    private IppPacket described(IppPacket request, int number, IppJob job) {
        JobState state = job.now();
        return response(request, Status.successfulOk)
                .putJobAttributes(
                        Types.jobUri.of(URI.create(uri() + "/" + number)),
                        Types.jobId.of(number),
                        Types.jobState.of(state),
                        Types.jobStateReasons.of(
                                state.equals(JobState.completed)
                                        ? "job-completed-successfully"
                                        : "job-printing"))
                .build();
    }

    private List<Attribute<?>> description() {
        boolean working = jobs.values().stream().anyMatch(job -> !job.isOver());
        String reason =
                switch (script.standing().orElse(SimulatedFault.SLOW)) {
                    case OFFLINE -> "offline-report";
                    case PAPER_OUT -> "media-empty-error";
                    case COVER_OPEN -> "cover-open-error";
                    case HALF_PRINTED -> working ? "media-empty-error" : "none";
                    default -> "none";
                };
        boolean stopped = !reason.equals("none");
        PrinterState state =
                stopped
                        ? PrinterState.stopped
                        : working ? PrinterState.processing : PrinterState.idle;
        return IppDescription.of(uri(), state, reason);
    }

    @Override
    public synchronized void close() {
        server.close();
    }
}
