package org.tamga.kiosk.ballot;

import java.util.List;
import org.tamga.election.ballot.BallotEncryptor;

/**
 * Keeps some ballots of each style computed ahead, on a thread of its own, so that a voter waits
 * for a few multiplications only.
 */
final class BallotPool implements AutoCloseable {
    private static final int READY = 12;
    private static final long IDLE_MILLIS = 200;

    private final BallotEncryptor encryptor;
    private final List<String> styles;
    private final Thread worker;

    BallotPool(BallotEncryptor encryptor, List<String> styles) {
        this.encryptor = encryptor;
        this.styles = List.copyOf(styles);
        this.worker = new Thread(this::fill, "ballots-ahead");
        worker.setDaemon(true);
        worker.start();
    }

    private void fill() {
        while (!Thread.currentThread().isInterrupted()) {
            if (!addOneOfTheScarcest()) {
                try {
                    Thread.sleep(IDLE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private boolean addOneOfTheScarcest() {
        var scarcest = "";
        var least = READY;
        for (var style : styles) {
            var ready = encryptor.precomputed(style);
            if (ready < least) {
                scarcest = style;
                least = ready;
            }
        }
        if (least == READY) {
            return false;
        }
        encryptor.precompute(scarcest, 1);
        return true;
    }

    /** Stops the thread and forgets what was computed. */
    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        encryptor.close();
    }
}
