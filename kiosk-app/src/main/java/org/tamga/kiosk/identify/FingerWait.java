package org.tamga.kiosk.identify;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.kiosk.shell.UiThreads;

/**
 * The wait for a finger. A scanner serves one wait at a time: where the one before still runs, it
 * is cancelled and the next begins when it has ended. Used on the UI thread.
 */
final class FingerWait {

    /** How long one wait lasts before it is quietly begun anew. */
    private static final Duration WAIT = Duration.ofMinutes(2);

    /** Hears of the wait that was begun last. */
    interface Listener {
        /** Not once the wait is cancelled. */
        void begins(Step step);

        /** The desk is done, or has failed; not once the wait is cancelled. */
        void ended();

        /** The listener owns what it is given; a wait that is cancelled too late brings it too. */
        void presented(Presented presented);
    }

    private record Wait(Visitor visitor, CheckInDesk.Named named, CancelSignal signal) {}

    private final CheckInDesk desk;
    private final UiThreads threads;
    private final Listener listener;
    private @Nullable Wait wanted;

    /**
     * Whether the desk is at work for the scanner, perhaps only until it sees that it shall not.
     */
    private boolean presenting;

    FingerWait(CheckInDesk desk, UiThreads threads, Listener listener) {
        this.desk = desk;
        this.threads = threads;
        this.listener = listener;
    }

    void begin(Visitor visitor, CheckInDesk.Named named) {
        cancel();
        Wait next = new Wait(visitor, named, new CancelSignal());
        wanted = next;
        if (!presenting) {
            present(next);
        }
    }

    void cancel() {
        if (wanted != null) {
            wanted.signal().cancel();
        }
    }

    private void present(Wait wait) {
        presenting = true;
        Consumer<Step> begins =
                step ->
                        threads.ui()
                                .execute(
                                        () -> {
                                            if (isCurrent(wait)) {
                                                listener.begins(step);
                                            }
                                        });
        threads.run(
                () -> desk.present(wait.visitor(), wait.named(), WAIT, wait.signal(), begins),
                () -> ended(wait),
                presented -> deliver(wait, presented));
    }

    private boolean isCurrent(Wait wait) {
        return wanted == wait && !wait.signal().isCancelled();
    }

    private void ended(Wait wait) {
        presenting = false;
        if (isCurrent(wait)) {
            listener.ended();
        }
        Wait next = wanted;
        if (next != null && next != wait && !next.signal().isCancelled()) {
            present(next);
        }
    }

    private void deliver(Wait wait, Presented presented) {
        if (wanted == wait) {
            listener.presented(presented);
        } else {
            close(presented);
        }
    }

    /** Nobody looks at it any more. */
    private static void close(Presented presented) {
        switch (presented) {
            case Presented.Matched found -> found.card().close();
            case Presented.Refused refused -> refused.card().ifPresent(VoterCard::close);
            case Presented.Nobody _, Presented.TouchAgain _, Presented.Cancelled _ -> {}
        }
    }
}
