package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;

/**
 * The line to a driver process: it starts with the first use, serves the next ones, and is replaced
 * when it has died or does not close its device in time. One use at a time; {@link #close} may come
 * from anywhere, and no process is left after it.
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
    private volatile boolean closed;
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
     * Gives an order to a process that is free for it; to a new one when that has just died.
     *
     * @return false when the wait was over before one was
     */
    boolean order(CaptureOrder order, Wait wait) throws IOException {
        try {
            return orderOnce(order, wait);
        } catch (IOException e) {
            drop();
            return orderOnce(order, wait);
        }
    }

    private boolean orderOnce(CaptureOrder order, Wait wait) throws IOException {
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
                drop();
                running = null;
            } else if (winding) {
                wait.moment();
            }
        }
        if (running != null && (use % MOST_USES == 0 || !running.isAlive())) {
            drop();
            running = null;
        }
        windDown = null;
        return running == null ? start() : running;
    }

    private HostProcess start() throws IOException {
        mustBeOpen();
        HostProcess started = HostProcess.start(command, longestPayload);
        process = started;
        winding = false;
        mustBeOpen();
        return started;
    }

    /** Asked again after a start, for {@link #close} may have come meanwhile. */
    private void mustBeOpen() throws IOException {
        if (closed) {
            drop();
            throw new IOException("it was closed");
        }
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

    /** Ends the process; the next use starts another. */
    void drop() {
        HostProcess running = process;
        process = null;
        if (running != null) {
            running.close();
        }
    }

    /** No process is started any more. */
    @Override
    public void close() {
        closed = true;
        drop();
    }
}
