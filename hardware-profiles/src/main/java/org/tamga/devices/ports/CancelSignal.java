package org.tamga.devices.ports;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets another thread stop a waiting device. One signal serves one call; it cannot be reset. */
public final class CancelSignal {
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** A fresh signal; a caller who never cancels passes {@code new CancelSignal()}. */
    public CancelSignal() {}

    public void cancel() {
        cancelled.countDown();
    }

    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /**
     * Waits at most {@code time}; an interrupt counts as a cancellation and stays set on the
     * thread.
     *
     * @return true when cancelled
     */
    public boolean await(Duration time) {
        try {
            return cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return true;
        }
    }
}
