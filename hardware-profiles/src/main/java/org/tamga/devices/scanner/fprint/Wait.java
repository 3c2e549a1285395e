package org.tamga.devices.scanner.fprint;

import java.time.Duration;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;

/** Until when, and whether somebody has had enough. */
final class Wait {
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final CancelSignal cancel;
    private final long deadline;

    Wait(Duration timeout, CancelSignal cancel) {
        this.cancel = cancel;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    boolean over() {
        return cancel.isCancelled() || System.nanoTime() >= deadline;
    }

    void moment() {
        cancel.await(MOMENT);
    }

    /** The same wait, ended earlier when it would last longer than that from now on. */
    Wait within(Duration most) {
        long left = deadline - System.nanoTime();
        return left < most.toNanos() ? this : new Wait(most, cancel);
    }

    /** Why there is no image: it was cancelled, or else what is told. */
    FingerCapture failed(DeviceFault fault, String detail) {
        return cancel.isCancelled()
                ? ReaderImage.failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger")
                : ReaderImage.failed(fault, detail);
    }
}
