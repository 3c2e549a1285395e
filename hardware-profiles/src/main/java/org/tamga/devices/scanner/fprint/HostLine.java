package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;

/**
 * The line to a driver process: it starts with the first use, serves the next ones, and is replaced
 * when it has died or does not close its device in time. One use at a time; {@link #close} may come
 * from anywhere.
 */
final class HostLine implements AutoCloseable {
    /** How long a device may take to close after its last use. */
    private static final Duration WIND_DOWN = Duration.ofSeconds(2);

    /**
     * Uses of one process: what the library's drivers leak at faults, and what stays of images in
     * freed memory, ends with it.
     */
    private static final int MOST_USES = 500;

    /** How long a caller may be kept who cancelled, or whose time is over. */
    private static final Duration REACTION = Duration.ofMillis(200);

    private final HostCommand command;
    private final int longestPayload;
    private volatile @Nullable HostProcess process;
    private int use;
    private boolean winding;
    private @Nullable Wait windDown;

    /**
     * @param longestPayload bytes of the longest image
     */
    HostLine(HostCommand command, int longestPayload) {
        this.command = command;
        this.longestPayload = Math.max(longestPayload, HostFrame.LONGEST_TEXT);
    }

    String library() {
        return command.library();
    }

    /**
     * Gives an order to a process that is free for it.
     *
     * @return false when the wait was over before one was
     */
    boolean order(CaptureOrder order, Wait wait) throws IOException {
        HostProcess free = free(wait);
        if (free == null) {
            return false;
        }
        use++;
        winding = true;
        free.send(HostFrame.text(HostFrame.Type.CAPTURE, use, order.text()));
        return true;
    }

    private @Nullable HostProcess free(Wait wait) throws IOException {
        HostProcess running = process;
        if (windDown == null) {
            windDown = new Wait(WIND_DOWN, new CancelSignal());
        }
        while (running != null && winding) {
            if (wait.over()) {
                return null;
            }
            if (windDown.over() || !settles(running)) {
                close();
                running = null;
            } else if (winding) {
                wait.moment();
            }
        }
        if (running != null && use % MOST_USES == 0) {
            close();
            running = null;
        }
        if (running == null) {
            running = HostProcess.start(command, longestPayload);
            process = running;
            winding = false;
        }
        windDown = null;
        return running;
    }

    /** Takes what is left of the last use: an image that came too late is wiped. */
    private boolean settles(HostProcess running) {
        try {
            running.poll().ifPresent(this::discard);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void discard(HostFrame frame) {
        winding = !(frame.type() == HostFrame.Type.IDLE && frame.use() == use);
        frame.close();
    }

    /** The next message of this use, if it is here; the caller closes it. */
    Optional<HostFrame> poll() throws IOException {
        HostProcess running = process;
        if (running == null) {
            throw new IOException("it was closed");
        }
        return running.poll().filter(this::isOfThisUse);
    }

    private boolean isOfThisUse(HostFrame frame) {
        boolean mine = frame.use() == use || frame.type() == HostFrame.Type.NO_LIBRARY;
        if (!mine) {
            frame.close();
        }
        return mine;
    }

    /** Ends the use; waits a moment for its device to close, which goes on without us if slow. */
    void cancel() throws IOException {
        HostProcess running = process;
        if (running != null) {
            running.send(HostFrame.empty(HostFrame.Type.CANCEL, use));
            Wait brief = new Wait(REACTION, new CancelSignal());
            while (winding && !brief.over() && settles(running)) {
                brief.moment();
            }
        }
    }

    @Override
    public void close() {
        HostProcess running = process;
        process = null;
        if (running != null) {
            running.close();
        }
    }
}
