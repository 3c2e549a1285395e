package org.tamga.devices.printer.cups;

import com.hp.jipp.model.JobState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.printer.PageSpec;

/**
 * Prints through a CUPS queue and stays with the job to its end: pages count as printed only when
 * the job is completed. A job that cannot go on is cancelled, and no job leaves its pages in the
 * spool.
 */
final class CupsPagePrinter implements PagePrinter {
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_COPIES = 99;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration PRESENCE = Duration.ofMillis(180);
    private static final Duration QUEUE_ANSWERS = Duration.ofSeconds(3);

    private final DeviceInfo info;
    private final PageSpec spec;
    private final String at;
    private final ReentrantLock tray = new ReentrantLock();

    CupsPagePrinter(DeviceInfo info, PageSpec spec, String at) {
        this.info = info;
        this.spec = spec;
        this.at = at;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /** Whether CUPS has the queue; whether the printer behind it is on only a job tells. */
    @Override
    public Presence presence() {
        try (IppClient client = new IppClient()) {
            new PrintJob(client, CupsQueue.of(at)).requireQueue(PRESENCE);
            return new Presence.Attached();
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        }
    }

    /**
     * @param title is kept on this side: CUPS shows job titles to everybody
     */
    @Override
    public PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel) {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("copies " + copies);
        }
        if (!Arrays.equals(Arrays.copyOf(pdf, PDF_START.length), PDF_START)) {
            throw new IllegalArgumentException("not a PDF file");
        }
        if (!tray.tryLock()) {
            return failed(DeviceFault.BUSY, "another job is being printed");
        }
        try (IppClient client = new IppClient()) {
            CupsQueue queue = CupsQueue.of(at);
            PrintJob jobs = new PrintJob(client, queue);
            jobs.requireQueue(QUEUE_ANSWERS);
            if (cancel.isCancelled()) {
                return failed(DeviceFault.CANCELLED, "cancelled before the first page");
            }
            int job = jobs.submit(pdf, copies);
            return followed(jobs, job, queue.name() + "-" + job, cancel);
        } catch (LinkException e) {
            return failed(e.fault(), e.detail());
        } finally {
            tray.unlock();
        }
    }

    private PageResult followed(PrintJob jobs, int job, String name, CancelSignal cancel)
            throws LinkException {
        boolean ended = false;
        try {
            PageResult result = awaited(jobs, job, name, cancel);
            ended = result instanceof PageResult.Printed;
            return result;
        } finally {
            tidy(jobs, job, ended);
        }
    }

    /** Also when the job failed: what is left of it must not print later, nor stay on the disk. */
    private static void tidy(PrintJob jobs, int job, boolean ended) {
        if (!ended) {
            try {
                jobs.cancel(job);
            } catch (LinkException e) {
                // It may have ended by itself meanwhile.
            }
        }
        try {
            jobs.forget(job);
        } catch (LinkException e) {
            System.getLogger(CupsPagePrinter.class.getName())
                    .log(System.Logger.Level.WARNING, "job not purged: {0}", e.detail());
        }
    }

    private PageResult awaited(PrintJob jobs, int job, String name, CancelSignal cancel)
            throws LinkException {
        long start = System.nanoTime();
        long limit = Duration.ofSeconds(spec.mostSecondsPerJob()).toNanos();
        long blockedSince = 0;
        while (System.nanoTime() - start < limit) {
            if (cancel.await(LOOK_AGAIN)) {
                return failed(DeviceFault.CANCELLED, "cancelled; pages may be out already");
            }
            PrintJob.Progress progress = jobs.look(job);
            Optional<PrinterReasons.Blocked> blocked = PrinterReasons.of(progress);
            Optional<PageResult> end = end(progress, blocked, name);
            if (end.isPresent()) {
                return end.get();
            }
            long now = System.nanoTime();
            blockedSince = blocked.isEmpty() ? 0 : blockedSince == 0 ? now : blockedSince;
            if (blocked.isPresent() && now - blockedSince >= blocked.get().patience().toNanos()) {
                return failed(blocked.get().fault(), words(blocked.get()));
            }
        }
        return failed(
                DeviceFault.TIMEOUT,
                "not printed within %d s; pages may be out".formatted(spec.mostSecondsPerJob()));
    }

    private static Optional<PageResult> end(
            PrintJob.Progress progress, Optional<PrinterReasons.Blocked> blocked, String name) {
        JobState state = progress.state();
        if (state.equals(JobState.completed)) {
            return Optional.of(new PageResult.Printed(name));
        }
        if (state.equals(JobState.canceled)) {
            return Optional.of(failed(DeviceFault.CANCELLED, "cancelled at the print service"));
        }
        boolean over =
                state.equals(JobState.aborted)
                        || state.equals(JobState.pendingHeld)
                        || progress.printerStopped();
        if (!over) {
            return Optional.empty();
        }
        DeviceFault usual =
                state.equals(JobState.aborted) ? DeviceFault.PRINTER_ERROR : DeviceFault.OFFLINE;
        return Optional.of(
                failed(
                        blocked.map(PrinterReasons.Blocked::fault).orElse(usual),
                        blocked.map(CupsPagePrinter::words)
                                .orElse("the job is " + state.getName())));
    }

    private static String words(PrinterReasons.Blocked blocked) {
        return "the printer says %s; pages may be out".formatted(blocked.reason());
    }

    private static PageResult failed(DeviceFault fault, String detail) {
        return new PageResult.Failed(fault, detail);
    }

    @Override
    public void close() {
        // Nothing is held between jobs.
    }
}
