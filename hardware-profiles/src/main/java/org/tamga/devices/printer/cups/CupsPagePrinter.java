package org.tamga.devices.printer.cups;

import com.hp.jipp.model.JobState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    /** A CUPS that is busy answers before that. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    private static final Duration QUEUE_ANSWERS = Duration.ofSeconds(3);

    private final DeviceInfo info;
    private final PageSpec spec;
    private final String at;
    private final ReentrantLock tray = new ReentrantLock();

    /** Jobs that may not have been taken back. Guarded by the tray. */
    private final Set<Integer> unfinished = new HashSet<>();

    /** What a crash has left is looked for once. Guarded by the tray. */
    private boolean mayHaveLeftJobs = true;

    private volatile @Nullable Seen seen;

    /**
     * @param at when it was asked for
     * @param answered when CUPS last said anything
     */
    private record Seen(Presence presence, long at, long answered) {}

    CupsPagePrinter(DeviceInfo info, PageSpec spec, String at) {
        this.info = info;
        this.spec = spec;
        this.at = at;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /**
     * Whether CUPS has the queue; whether the printer behind it is on only a job tells. CUPS itself
     * is asked every few seconds, and when it is too busy to answer for a while nothing has
     * changed.
     */
    @Override
    public Presence presence() {
        Seen last = seen;
        long now = System.nanoTime();
        if (last != null && now - last.at() < ASK_AGAIN.toNanos()) {
            return last.presence();
        }
        Seen asked = asked(last, now);
        seen = asked;
        return asked.presence();
    }

    private Seen asked(@Nullable Seen last, long now) {
        try (IppClient client = new IppClient()) {
            new PrintJob(client, CupsQueue.of(at)).requireQueue(PRESENCE);
            return new Seen(new Presence.Attached(), now, now);
        } catch (LinkException e) {
            boolean silent = e.fault() == DeviceFault.TIMEOUT;
            if (silent && last != null && now - last.answered() < DEAD_AFTER.toNanos()) {
                return new Seen(last.presence(), now, last.answered());
            }
            var absent = new Presence.Absent(fault(e), e.detail());
            return new Seen(absent, now, silent && last != null ? last.answered() : now);
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
            takeBackWhatIsLeft(jobs);
            mayHaveLeftJobs = true;
            int job = jobs.create(copies);
            unfinished.add(job);
            PageResult result = followed(jobs, job, pdf, queue.name() + "-" + job, cancel);
            mayHaveLeftJobs = false;
            return result;
        } catch (LinkException e) {
            return failed(e);
        } finally {
            tray.unlock();
        }
    }

    /** Nothing that an earlier use or a program that died has left may print beside this job. */
    private void takeBackWhatIsLeft(PrintJob jobs) throws LinkException {
        if (mayHaveLeftJobs) {
            unfinished.addAll(jobs.waiting());
        }
        for (int job : Set.copyOf(unfinished)) {
            jobs.takeBack(job);
            unfinished.remove(job);
        }
    }

    /** From the first page sent to the end of the job; also a failed one prints nothing later. */
    private PageResult followed(
            PrintJob jobs, int job, byte[] pdf, String name, CancelSignal cancel) {
        PageResult result;
        try {
            jobs.send(job, pdf, cancel);
            result = awaited(jobs, job, name, cancel);
        } catch (LinkException e) {
            result = failed(e);
        }
        takeBack(jobs, job);
        return result instanceof PageResult.Failed(DeviceFault fault, String detail)
                ? failed(fault, detail + "; pages may be out")
                : result;
    }

    /** Also for a thread that is told to stop. */
    private void takeBack(PrintJob jobs, int job) {
        boolean interrupted = Thread.interrupted();
        try {
            jobs.takeBack(job);
            unfinished.remove(job);
        } catch (LinkException e) {
            System.getLogger(CupsPagePrinter.class.getName())
                    .log(System.Logger.Level.WARNING, "job not purged: {0}", e.detail());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PageResult awaited(PrintJob jobs, int job, String name, CancelSignal cancel)
            throws LinkException {
        long start = System.nanoTime();
        long limit = Duration.ofSeconds(spec.mostSecondsPerJob()).toNanos();
        long blockedSince = 0;
        while (System.nanoTime() - start < limit) {
            if (cancel.await(LOOK_AGAIN)) {
                return failed(DeviceFault.CANCELLED, "cancelled");
            }
            Optional<PrintJob.Progress> seenNow = look(jobs, job, cancel);
            if (seenNow.isEmpty()) {
                continue;
            }
            PrintJob.Progress progress = seenNow.get();
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
                DeviceFault.TIMEOUT, "not printed within %d s".formatted(spec.mostSecondsPerJob()));
    }

    /** Empty when CUPS is not to be reached just now: it may be reading its configuration anew. */
    private static Optional<PrintJob.Progress> look(PrintJob jobs, int job, CancelSignal cancel)
            throws LinkException {
        try {
            return Optional.of(jobs.look(job, cancel));
        } catch (LinkException e) {
            if (e.fault() == DeviceFault.NOT_FOUND || e.fault() == DeviceFault.CANCELLED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Optional<PageResult> end(
            PrintJob.Progress progress, Optional<PrinterReasons.Blocked> blocked, String name) {
        JobState state = progress.state();
        if (state.equals(JobState.completed)
                && progress.reasons().contains("job-completed-with-errors")) {
            return Optional.of(failed(DeviceFault.PRINTER_ERROR, "printed with errors"));
        }
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
        return "the printer says %s".formatted(blocked.reason());
    }

    private static PageResult failed(LinkException e) {
        return failed(fault(e), e.detail());
    }

    private static DeviceFault fault(LinkException e) {
        return e.fault() == DeviceFault.TIMEOUT ? DeviceFault.OFFLINE : e.fault();
    }

    private static PageResult failed(DeviceFault fault, String detail) {
        return new PageResult.Failed(fault, detail);
    }

    @Override
    public void close() {
        // Nothing is held between jobs.
    }
}
