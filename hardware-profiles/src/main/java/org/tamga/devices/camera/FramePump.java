package org.tamga.devices.camera;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/**
 * Reads a source of pictures on a thread of its own and keeps the newest only: whoever asks seldom
 * gets no stale picture, and whoever asks is not at the mercy of a source that blocks. The source
 * is let go when nobody has asked for a while. Thread-safe.
 */
public final class FramePump implements AutoCloseable {
    /** The slowest camera is open, or gives its next picture, within that time. */
    private static final Duration SILENT = Duration.ofSeconds(4);

    /** Also on a machine that is very busy: who has more time waits no longer. */
    private static final Duration HANGS = Duration.ofSeconds(15);

    private static final Duration UNUSED = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final int MOST_BROKEN = 10;

    /** A picture as it came; working it out is left to whoever takes it. */
    public interface Shot {
        /** Empty when it cannot be decoded: the next one may be better. */
        Optional<CameraFrame> develop();

        /** Nobody took it. */
        void discard();
    }

    /** An opened camera; {@link #next()} and {@link #close()} are called by one thread. */
    public interface Source extends AutoCloseable {
        /** Waits for the next picture. */
        Shot next() throws LinkException;

        /** Called by another thread: ends a waiting {@link #next()} where that can be done. */
        void interrupt();

        @Override
        void close();
    }

    /** Opens the camera anew: at first use and after each failure. */
    public interface Opener {
        Source open() throws LinkException;
    }

    private final String name;
    private final Opener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Run run;
    private boolean closed;
    private volatile boolean everOpened;

    /**
     * @param name of the thread
     */
    public FramePump(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** The first picture that comes after it was asked for; broken ones are passed over. */
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        long asked = System.nanoTime();
        long deadline = asked + timeout.toNanos();
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            Optional<CameraFrame> frame = developed(timeout, asked, deadline, cancel);
            if (frame.isPresent()) {
                return frame.get();
            }
        }
        return failed(DeviceFault.PROTOCOL_ERROR, "no picture of many can be decoded");
    }

    private Optional<CameraFrame> developed(
            Duration timeout, long asked, long deadline, CancelSignal cancel) {
        Shot shot;
        lock.lock();
        try {
            Run current = started(asked, deadline, cancel);
            if (current == null) {
                return Optional.of(notStarted(cancel));
            }
            while (current.since(asked) == null) {
                // A camera that takes long to open is not one that nobody wants any more.
                current.lastAsked = System.nanoTime();
                if (closed) {
                    return Optional.of(notStarted(cancel));
                }
                LinkException end = current.end;
                if (end != null) {
                    run = null;
                    return Optional.of(failed(end.fault(), end.detail()));
                }
                if (cancel.isCancelled()) {
                    return Optional.of(cancelled());
                }
                if (System.nanoTime() >= deadline || current.isSilent(HANGS)) {
                    return Optional.of(none(current, timeout));
                }
                await(cancel);
            }
            shot = current.take();
        } finally {
            lock.unlock();
        }
        try {
            return shot.develop();
        } catch (LinkageError | RuntimeException e) {
            LinkException why = ofTheLibrary(e);
            return Optional.of(failed(why.fault(), why.detail()));
        }
    }

    /** A camera that still starts goes on with that; one that hangs is opened anew. */
    private static CameraFrame none(Run current, Duration timeout) {
        if (current.isSilent(SILENT)) {
            current.hung = true;
            current.stop();
            return failed(DeviceFault.OFFLINE, "the camera gives no pictures");
        }
        return failed(DeviceFault.TIMEOUT, "no picture yet, within " + timeout.toMillis() + " ms");
    }

    /** Cancelled, or the camera was closed, or its last run was told to stop and does not. */
    private CameraFrame notStarted(CancelSignal cancel) {
        if (cancel.isCancelled()) {
            return cancelled();
        }
        if (closed) {
            return failed(DeviceFault.UNPLUGGED, "the camera is closed");
        }
        return run != null && run.hung
                ? failed(DeviceFault.OFFLINE, "the camera hangs")
                : failed(DeviceFault.BUSY, "the camera still keeps its last use waiting");
    }

    /** The picture library cannot be loaded, or throws what it does not declare. */
    private static LinkException ofTheLibrary(Throwable e) {
        return new LinkException(
                e instanceof LinkageError ? DeviceFault.DRIVER_MISSING : DeviceFault.PROTOCOL_ERROR,
                "the picture library: " + e);
    }

    /** The run that reads now, a new one where none does; null when there can be none. */
    private @Nullable Run started(long asked, long deadline, CancelSignal cancel) {
        Run last = run;
        while (last != null && last.stopping && last.thread.isAlive()) {
            if (closed || cancel.isCancelled() || System.nanoTime() >= deadline) {
                return null;
            }
            await(cancel);
        }
        if (closed) {
            return null;
        }
        boolean endedUnseen = last != null && last.end != null && last.endedAt - asked < 0;
        if (last == null || last.stopping || endedUnseen) {
            last = new Run();
            run = last;
            last.thread.start();
        }
        return last;
    }

    private void await(CancelSignal cancel) {
        try {
            boolean unused = changed.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel.cancel();
        }
    }

    private static CameraFrame cancelled() {
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a picture");
    }

    private static CameraFrame failed(DeviceFault fault, String detail) {
        return new CameraFrame.Failed(fault, detail);
    }

    /** For good: whoever waits is told so at once, and the camera is not opened any more. */
    @Override
    public void close() {
        Run last;
        lock.lock();
        try {
            closed = true;
            last = run;
            run = null;
            if (last != null) {
                last.stop();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            try {
                boolean unused = last.thread.join(LAST_WORDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One opening of the camera, from first to last picture. Fields are guarded by the lock. */
    private final class Run implements Runnable {
        private final Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
        private @Nullable Source source;
        private @Nullable Shot newest;
        private long newestAt;
        private long lastSign = System.nanoTime();
        private long lastAsked = System.nanoTime();
        private @Nullable LinkException end;
        private long endedAt;
        private volatile boolean stopping;
        private boolean hung;

        @Override
        public void run() {
            try (Source opened = opener.open()) {
                keep(opened);
                while (!stopping) {
                    put(opened.next());
                }
            } catch (LinkException e) {
                end(e.fault() == DeviceFault.NOT_FOUND && everOpened ? goneSince(e) : e);
            } catch (LinkageError | RuntimeException e) {
                // Whoever waits must hear of it.
                end(ofTheLibrary(e));
            } finally {
                finish();
            }
        }

        private LinkException goneSince(LinkException e) {
            return new LinkException(DeviceFault.UNPLUGGED, "went away: " + e.detail());
        }

        private void keep(Source opened) {
            lock.lock();
            try {
                source = opened;
                everOpened = true;
                lastSign = System.nanoTime();
            } finally {
                lock.unlock();
            }
        }

        private void put(Shot shot) {
            lock.lock();
            try {
                drop();
                newest = shot;
                newestAt = System.nanoTime();
                lastSign = newestAt;
                if (newestAt - lastAsked > UNUSED.toNanos()) {
                    stopping = true;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void end(LinkException e) {
            lock.lock();
            try {
                end = e;
                endedAt = System.nanoTime();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void finish() {
            lock.lock();
            try {
                stopping = end == null || stopping;
                source = null;
                drop();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private boolean isSilent(Duration most) {
            return System.nanoTime() - lastSign > most.toNanos();
        }

        private @Nullable Shot since(long asked) {
            if (newestAt - asked < 0) {
                drop();
            }
            return newest;
        }

        private Shot take() {
            Shot shot = Objects.requireNonNull(newest);
            newest = null;
            return shot;
        }

        private void drop() {
            if (newest != null) {
                newest.discard();
                newest = null;
            }
        }

        private void stop() {
            stopping = true;
            if (source != null) {
                source.interrupt();
            }
            thread.interrupt();
        }
    }
}
