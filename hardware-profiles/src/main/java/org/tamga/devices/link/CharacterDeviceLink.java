package org.tamga.devices.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tamga.devices.ports.DeviceFault;

/**
 * A character device such as {@code /dev/usb/lp0} through the C library's poll: Java's own channels
 * block without a timeout, and let no write through while a read waits. A printer out of paper
 * takes no bytes at all, so writes have a time limit too.
 */
final class CharacterDeviceLink implements ByteLink {
    private static final int O_RDWR_NOCTTY_NONBLOCK = 0x902;
    private static final int CHUNK = 4_096;

    /** A close from another thread, and an interrupt, are noticed within this time. */
    private static final int SLICE_MS = 50;

    /** Who answers no bytes at once is asked again after this. */
    private static final long PAUSE_NS = 2_000_000;

    /** What a write may take beyond the time that its bytes need. */
    private static final long WRITE_DELAY_MS = 10_000;

    /** The slowest printers take ten times as many. */
    private static final int SLOWEST_BYTES_PER_MS = 1;

    private final DescriptorCalls calls;
    private final Path path;
    private final int descriptor;
    private volatile boolean closing;
    private boolean closed;

    private CharacterDeviceLink(DescriptorCalls calls, Path path, int descriptor) {
        this.calls = calls;
        this.path = path;
        this.descriptor = descriptor;
    }

    static ByteLink open(Path path) throws LinkException {
        DescriptorCalls calls = new DescriptorCalls();
        int descriptor = calls.open(path.toString(), O_RDWR_NOCTTY_NONBLOCK);
        if (descriptor < 0) {
            throw Errno.cannotOpen(path, "character device", calls.errno());
        }
        return new CharacterDeviceLink(calls, path, descriptor);
    }

    @Override
    public synchronized void write(byte[] bytes) throws LinkException {
        long deadline = deadline(WRITE_DELAY_MS + bytes.length / SLOWEST_BYTES_PER_MS);
        int sent = 0;
        while (sent < bytes.length) {
            if (!ready(DescriptorCalls.POLL_OUT, deadline)) {
                throw new LinkException(DeviceFault.OFFLINE, path + " takes no more bytes");
            }
            int count = calls.write(descriptor, bytes, sent, Math.min(CHUNK, bytes.length - sent));
            if (count <= 0 && !again(count)) {
                throw gone();
            }
            sent += Math.max(0, count);
        }
    }

    @Override
    public synchronized int read(byte[] buffer, Duration timeout) throws LinkException {
        long deadline = deadline(timeout.toMillis());
        while (ready(DescriptorCalls.POLL_IN, deadline)) {
            int count = calls.read(descriptor, buffer);
            if (count > 0) {
                return count;
            }
            // Of a printer at USB an answer of no bytes comes as 0, too.
            boolean empty = count == 0 && !calls.hungUp(descriptor);
            if (!empty && !again(count)) {
                throw gone();
            }
            if (System.nanoTime() - deadline >= 0) {
                break;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return 0;
    }

    private static long deadline(long milliseconds) {
        return System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
    }

    /** False when the deadline passed. */
    private boolean ready(short events, long deadline) throws LinkException {
        while (true) {
            LinkException.throwIfInterrupted();
            if (closing) {
                throw gone();
            }
            long left = Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
            if (calls.ready(descriptor, events, (int) Math.min(left, SLICE_MS))) {
                return true;
            }
            if (left == 0) {
                return false;
            }
        }
    }

    /** True when a transfer was only put off: nothing of it was done. */
    private boolean again(int count) {
        return count < 0 && (calls.errno() == Errno.EAGAIN || calls.errno() == Errno.EINTR);
    }

    private LinkException gone() {
        return new LinkException(DeviceFault.UNPLUGGED, path + " went away");
    }

    /** A transfer under way ends first, at most a moment later. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            if (!closed) {
                closed = true;
                calls.close(descriptor);
            }
        }
    }
}
