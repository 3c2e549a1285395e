package org.tamga.kiosk.identify;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.tamga.matcher.decision.Transaction;

/**
 * The person at the table: what was presented so far and since when. Let go when the person leaves,
 * and the fingers with it. One presentation at a time.
 */
public final class Visitor {

    private final LongSupplier nanoTime;
    private Transaction transaction = Transaction.begin();
    private long firstNanos;
    private boolean started;

    public Visitor() {
        this(System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    public Visitor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Transaction transaction() {
        return transaction;
    }

    synchronized void goOn(Transaction next) {
        transaction = next;
    }

    /** Nobody is looking after the table: drops the fingers, and keeps what was spent. */
    synchronized void dropFingers() {
        transaction = transaction.withoutFingers();
    }

    /** A finger is presented; the time for this person begins with the first. */
    synchronized void present() {
        if (!started) {
            started = true;
            firstNanos = nanoTime.getAsLong();
        }
    }

    /** Time since the first presentation. */
    synchronized Duration elapsed() {
        return started ? Duration.ofNanos(nanoTime.getAsLong() - firstNanos) : Duration.ZERO;
    }

    /** Nothing of what was presented. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
