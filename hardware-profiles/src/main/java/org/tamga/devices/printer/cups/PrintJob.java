package org.tamga.devices.printer.cups;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.BooleanType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.TextType;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** The few operations of IPP (RFC 8011) that one job needs. */
final class PrintJob {
    private static final String NAME = "tamga";
    private static final String A4 = "iso_a4_210x297mm";
    private static final TextType MESSAGE = new TextType("job-printer-state-message");
    private static final int MOST_VALUES = 50;
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration TAKES_THE_PAGES = Duration.ofSeconds(30);
    private static final byte[] NOTHING = {};

    private final IppClient client;
    private final CupsQueue queue;

    PrintJob(IppClient client, CupsQueue queue) {
        this.client = client;
        this.queue = queue;
    }

    /**
     * @param state of the job; pending as long as it is not told
     * @param reasons of job and printer together, keywords of RFC 8011 and PWG 5100.13
     * @param printerStopped the queue takes no job to the printer
     * @param message what CUPS's way to the printer says of this job; English, as we ask for
     */
    record Progress(JobState state, List<String> reasons, boolean printerStopped, String message) {}

    /** Whether the queue is there and takes jobs. */
    void requireQueue(Duration time) throws LinkException {
        IppPacket answer = client.ask(queue.http(), aboutPrinter(), NOTHING, time);
        requireOk(answer, "the queue " + queue.name());
        Boolean accepts = answer.getValue(Tag.printerAttributes, Types.printerIsAcceptingJobs);
        if (Boolean.FALSE.equals(accepts)) {
            throw new LinkException(
                    DeviceFault.OFFLINE, "the queue %s takes no jobs".formatted(queue.name()));
        }
    }

    private IppPacket aboutPrinter() {
        return request(Operation.getPrinterAttributes)
                .putOperationAttributes(
                        Types.requestedAttributes.of(
                                "printer-state",
                                "printer-state-reasons",
                                "printer-is-accepting-jobs"))
                .build();
    }

    /**
     * The attributes that every request begins with. Neither title nor user tells anything of the
     * pages.
     */
    private IppPacket.Builder request(Operation operation) {
        return new IppPacket.Builder(operation, IppPacket.DEFAULT_VERSION_NUMBER, 1)
                .putOperationAttributes(
                        Types.attributesCharset.of("utf-8"),
                        Types.attributesNaturalLanguage.of("en"),
                        Types.printerUri.of(queue.ipp()),
                        Types.requestingUserName.of(NAME));
    }

    /**
     * Makes a job without pages, which CUPS holds until they come: its number is known before
     * anything can print.
     */
    int create(int copies) throws LinkException {
        IppPacket request =
                request(Operation.createJob)
                        .putOperationAttributes(Types.jobName.of(NAME))
                        .putJobAttributes(Types.copies.of(copies), Types.media.of(A4))
                        .build();
        IppPacket answer = client.ask(queue.http(), request, NOTHING, ANSWER);
        requireOk(answer, "the queue " + queue.name());
        return number(answer.get(Tag.jobAttributes))
                .orElseThrow(
                        () ->
                                new LinkException(
                                        DeviceFault.PROTOCOL_ERROR,
                                        "CUPS gives the job no number"));
    }

    /** Hands the pages over: from here on they may come out, whatever the answer. */
    void send(int job, byte[] pdf, CancelSignal cancel) throws LinkException {
        IppPacket request =
                request(Operation.sendDocument)
                        .putOperationAttributes(
                                Types.jobId.of(job),
                                Types.documentFormat.of("application/pdf"),
                                Types.lastDocument.of(true))
                        .build();
        requireOk(
                client.ask(queue.http(), request, pdf, TAKES_THE_PAGES, cancel),
                "the queue " + queue.name());
    }

    /** Numbers of jobs under our name that wait, are held or stand still in this queue. */
    List<Integer> waiting() throws LinkException {
        IppPacket request =
                request(Operation.getJobs)
                        .putOperationAttributes(
                                Types.limit.of(MOST_VALUES),
                                Types.requestedAttributes.of("job-id", "job-name", "job-state"),
                                Types.whichJobs.of("not-completed"),
                                Types.myJobs.of(true))
                        .build();
        IppPacket answer = client.ask(queue.http(), request, NOTHING, ANSWER);
        requireOk(answer, "the list of jobs");
        return answer.getAttributeGroups().stream()
                .filter(PrintJob::waits)
                .flatMap(job -> number(job).stream())
                .toList();
    }

    private static boolean waits(AttributeGroup job) {
        try {
            JobState state = job.getValue(Types.jobState);
            return Tag.jobAttributes.equals(job.getTag())
                    && NAME.equals(job.getString(Types.jobName))
                    && (JobState.pending.equals(state)
                            || JobState.pendingHeld.equals(state)
                            || JobState.processingStopped.equals(state));
        } catch (RuntimeException e) {
            return false; // values of unexpected types
        }
    }

    private static Optional<Integer> number(@Nullable AttributeGroup job) {
        try {
            return Optional.ofNullable(job)
                    .map(attributes -> attributes.getValue(Types.jobId))
                    .filter(id -> id > 0);
        } catch (RuntimeException e) {
            return Optional.empty(); // a value of an unexpected type
        }
    }

    Progress look(int job, CancelSignal cancel) throws LinkException {
        IppPacket about =
                request(Operation.getJobAttributes)
                        .putOperationAttributes(
                                Types.jobId.of(job),
                                Types.requestedAttributes.of(
                                        "job-state", "job-state-reasons", MESSAGE.getName()))
                        .build();
        IppPacket answer = client.ask(queue.http(), about, NOTHING, ANSWER, cancel);
        requireOk(answer, "the job");
        IppPacket printer = client.ask(queue.http(), aboutPrinter(), NOTHING, ANSWER, cancel);
        return progress(answer, printer);
    }

    static Progress progress(IppPacket job, IppPacket printer) throws LinkException {
        try {
            JobState state = job.getValue(Tag.jobAttributes, Types.jobState);
            PrinterState queueState = printer.getValue(Tag.printerAttributes, Types.printerState);
            List<String> reasons =
                    Stream.concat(
                                    values(job.getValues(Tag.jobAttributes, Types.jobStateReasons)),
                                    values(
                                            printer.getValues(
                                                    Tag.printerAttributes,
                                                    Types.printerStateReasons)))
                            .toList();
            return new Progress(
                    Objects.requireNonNullElse(state, JobState.pending),
                    reasons,
                    PrinterState.stopped.equals(queueState),
                    Objects.requireNonNullElse(job.getString(Tag.jobAttributes, MESSAGE), ""));
        } catch (RuntimeException e) {
            // Values of unexpected types.
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "CUPS sends odd values");
        }
    }

    private static Stream<String> values(@Nullable List<String> values) {
        return Optional.ofNullable(values).stream().flatMap(List::stream).limit(MOST_VALUES);
    }

    /**
     * Ends the job where it stands, if it has not ended, and removes its pages from the spool,
     * whatever CUPS is set to keep.
     */
    void takeBack(int job) throws LinkException {
        try {
            requireOk(ask(cancelling(job)), "the job");
        } catch (LinkException e) {
            // It may have ended by itself meanwhile.
        }
        IppPacket answer =
                ask(cancelling(job).putOperationAttributes(new BooleanType("purge-job").of(true)));
        if (answer.getCode() != Status.clientErrorNotFound.getCode()) {
            requireOk(answer, "the spooled pages");
        }
    }

    private IppPacket ask(IppPacket.Builder request) throws LinkException {
        return client.ask(queue.http(), request.build(), NOTHING, ANSWER);
    }

    private IppPacket.Builder cancelling(int job) {
        return request(Operation.cancelJob).putOperationAttributes(Types.jobId.of(job));
    }

    private void requireOk(IppPacket answer, String what) throws LinkException {
        int code = answer.getCode();
        if (code < 0x100) {
            return;
        }
        DeviceFault fault;
        if (code == Status.clientErrorNotFound.getCode()) {
            fault = DeviceFault.NOT_FOUND;
        } else if (code == Status.clientErrorForbidden.getCode()
                || code == Status.clientErrorNotAuthorized.getCode()
                || code == Status.clientErrorNotAuthenticated.getCode()) {
            fault = DeviceFault.NO_PERMISSION;
        } else if (code == Status.serverErrorNotAcceptingJobs.getCode()) {
            fault = DeviceFault.OFFLINE;
        } else {
            fault = DeviceFault.PAGES_NOT_STORED;
        }
        throw new LinkException(fault, "%s: CUPS answers 0x%04x".formatted(what, code));
    }
}
