package org.tamga.devices.chip;

import java.time.Duration;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** How long one reading may still go on, and whether reader and chip answer meanwhile. */
final class Attempt {
    /** Chips work out an answer within that time. */
    private static final long ANSWERS_WITHIN = Duration.ofMillis(500).toNanos();

    /** A reader that answers nothing for so long hangs, however much time there is. */
    private static final long HANGS_AFTER = Duration.ofSeconds(10).toNanos();

    private final long end;
    private final CancelSignal cancel;
    private volatile boolean abandoned;
    private volatile boolean asking;
    private volatile long askedAt;

    Attempt(Duration timeout, CancelSignal cancel) {
        this.end = System.nanoTime() + timeout.toNanos();
        this.cancel = cancel;
    }

    /** The reader, or the chip on it, is asked something: until {@link #answered} it is silent. */
    void asks() {
        askedAt = System.nanoTime();
        asking = true;
    }

    void answered() {
        asking = false;
    }

    /** Why a reading whose time is over has failed: the reader hangs, or nobody came. */
    LinkException late() {
        return isSilent(ANSWERS_WITHIN)
                ? new LinkException(DeviceFault.OFFLINE, "the chip reader does not answer")
                : new LinkException(DeviceFault.TIMEOUT, "no document was read in time");
    }

    private boolean isSilent(long nanos) {
        return asking && System.nanoTime() - askedAt > nanos;
    }

    /** Nobody waits for the result any more. */
    void abandon() {
        abandoned = true;
    }

    boolean isCancelled() {
        return cancel.isCancelled();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0 || isSilent(HANGS_AFTER);
    }

    /** What is left of the time, at most {@code most}, at least a millisecond. */
    Duration remaining(Duration most) {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    /**
     * @throws LinkException when the reading must stop
     */
    void check() throws LinkException {
        if (isCancelled()) {
            throw new LinkException(DeviceFault.CANCELLED, "reading was cancelled");
        }
        if (abandoned || isOver()) {
            throw late();
        }
    }
}
