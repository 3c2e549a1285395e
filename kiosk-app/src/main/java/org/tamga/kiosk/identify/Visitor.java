package org.tamga.kiosk.identify;

import java.time.Duration;
import org.tamga.matcher.decision.Transaction;

/**
 * The person at the table: what was presented so far and since when. Let go when the person leaves,
 * and the fingers with it. One presentation at a time.
 */
public final class Visitor {

    private Transaction transaction = Transaction.begin();
    private long firstNanos;
    private boolean started;

    Transaction transaction() {
        return transaction;
    }

    void goOn(Transaction next) {
        transaction = next;
    }

    /** The person was found: whoever presents something next is somebody else. */
    void leave() {
        transaction = Transaction.begin();
        started = false;
    }

    /** Time since the first presentation, which the first call is. */
    Duration elapsed() {
        long now = System.nanoTime();
        if (!started) {
            started = true;
            firstNanos = now;
        }
        return Duration.ofNanos(now - firstNanos);
    }

    /** Nothing of what was presented. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
