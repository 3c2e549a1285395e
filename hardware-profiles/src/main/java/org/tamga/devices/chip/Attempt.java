package org.tamga.devices.chip;

import java.time.Duration;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** How long one reading may still go on. */
final class Attempt {
    private final long end;
    private final CancelSignal cancel;
    private volatile boolean abandoned;

    Attempt(Duration timeout, CancelSignal cancel) {
        this.end = System.nanoTime() + timeout.toNanos();
        this.cancel = cancel;
    }

    /** Nobody waits for the result any more. */
    void abandon() {
        abandoned = true;
    }

    boolean isCancelled() {
        return cancel.isCancelled();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
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
            throw new LinkException(DeviceFault.TIMEOUT, "the chip was not read in time");
        }
    }
}
