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

    synchronized Transaction transaction() {
        return transaction;
    }

    synchronized void goOn(Transaction next) {
        transaction = next;
    }

    /** The person was found: whoever presents something next is somebody else. */
    synchronized void leave() {
        transaction = Transaction.begin();
        started = false;
    }

    /** A finger is presented; the time for this person begins with the first. */
    synchronized void present() {
        if (!started) {
            started = true;
            firstNanos = System.nanoTime();
        }
    }

    /** Time since the first presentation. */
    synchronized Duration elapsed() {
        return started ? Duration.ofNanos(System.nanoTime() - firstNanos) : Duration.ZERO;
    }

    /** Nothing of what was presented. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
