package org.tamga.devices.scanner.fprint;

import java.time.Duration;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;

/** Until when, and whether somebody has had enough. */
final class Wait {
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Duration timeout;
    private final CancelSignal cancel;
    private final long deadline;

    Wait(Duration timeout, CancelSignal cancel) {
        this.timeout = timeout;
        this.cancel = cancel;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    boolean over() {
        return cancel.isCancelled() || System.nanoTime() >= deadline;
    }

    void moment() {
        cancel.await(MOMENT);
    }

    /** Why there is no image when it is over. */
    FingerCapture failed() {
        return cancel.isCancelled()
                ? ReaderImage.failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger")
                : ReaderImage.failed(
                        DeviceFault.TIMEOUT, "no finger within " + timeout.toSeconds() + " s");
    }
}
