package org.tamga.devices.link;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.ports.DeviceFault;

/**
 * A character device such as {@code /dev/usb/lp0} through the C library's poll: Java's own channels
 * block without a timeout, and let no write through while a read waits. A printer out of paper
 * takes no bytes at all, so writes have a time limit too.
 */
final class CharacterDeviceLink implements ByteLink {
    private static final int O_RDWR_NOCTTY_NONBLOCK = 0x902;
    private static final short POLL_IN = 1;
    private static final short POLL_OUT = 4;
    private static final int CHUNK = 4_096;

    /** A close from another thread, and an interrupt, are noticed within this time. */
    private static final int SLICE_MS = 50;

    /** What a write may take beyond the time that its bytes need. */
    private static final long WRITE_DELAY_MS = 10_000;

    /** The slowest printers take ten times as many. */
    private static final int SLOWEST_BYTES_PER_MS = 1;

    private final Native calls;
    private final Path path;
    private final int descriptor;
    private volatile boolean closing;
    private boolean closed;

    private CharacterDeviceLink(Native calls, Path path, int descriptor) {
        this.calls = calls;
        this.path = path;
        this.descriptor = descriptor;
    }

    static ByteLink open(Path path) throws LinkException {
        Native calls = new Native();
        int descriptor = calls.open(path.toString(), O_RDWR_NOCTTY_NONBLOCK);
        if (descriptor < 0) {
            throw Errno.cannotOpen(path, calls.errno());
        }
        return new CharacterDeviceLink(calls, path, descriptor);
    }

    @Override
    public synchronized void write(byte[] bytes) throws LinkException {
        long deadline = deadline(WRITE_DELAY_MS + bytes.length / SLOWEST_BYTES_PER_MS);
        int sent = 0;
        while (sent < bytes.length) {
            if (!ready(POLL_OUT, deadline)) {
                throw new LinkException(DeviceFault.TIMEOUT, path + " takes no more bytes");
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
        if (!ready(POLL_IN, deadline(timeout.toMillis()))) {
            return 0;
        }
        int count = calls.read(descriptor, buffer);
        if (count <= 0 && !again(count)) {
            throw gone();
        }
        return Math.max(0, count);
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

    /** The few functions of the C library that this needs. */
    private static final class Native {
        private final Linker linker = Linker.nativeLinker();
        private final Linker.Option keepErrno = Linker.Option.captureCallState("errno");
        private final VarHandle errnoOf =
                Linker.Option.captureStateLayout()
                        .varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private final MemorySegment state =
                Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
        private final MethodHandle open =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("open"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        keepErrno,
                        Linker.Option.firstVariadicArg(2));
        private final MethodHandle close =
                function(
                        "close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private final MethodHandle poll =
                function(
                        "poll",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT));
        private final MethodHandle read = transfer("read");
        private final MethodHandle write = transfer("write");

        private MethodHandle transfer(String name) {
            return function(
                    name,
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG));
        }

        private MethodHandle function(String name, FunctionDescriptor descriptor) {
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), descriptor, keepErrno);
        }

        int errno() {
            return (int) errnoOf.get(state, 0L);
        }

        int open(String path, int flags) {
            try (Arena arena = Arena.ofConfined()) {
                return (int) open.invokeExact(state, arena.allocateFrom(path), flags);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        void close(int descriptor) {
            try {
                int unused = (int) close.invokeExact(state, descriptor);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** True also when the device is gone: the transfer that follows tells. */
        boolean ready(int descriptor, short events, int milliseconds) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment entry = arena.allocate(8, 4);
                entry.set(ValueLayout.JAVA_INT, 0, descriptor);
                entry.set(ValueLayout.JAVA_SHORT, 4, events);
                return (int) poll.invokeExact(state, entry, 1L, milliseconds) > 0;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        int read(int descriptor, byte[] into) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment buffer = arena.allocate(into.length);
                long count = (long) read.invokeExact(state, descriptor, buffer, buffer.byteSize());
                if (count > 0) {
                    MemorySegment.copy(
                            buffer, ValueLayout.JAVA_BYTE, 0, into, 0, Math.toIntExact(count));
                }
                return Math.toIntExact(count);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        int write(int descriptor, byte[] bytes, int from, int count) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment buffer = arena.allocate(count);
                MemorySegment.copy(bytes, from, buffer, ValueLayout.JAVA_BYTE, 0, count);
                return Math.toIntExact(
                        (long) write.invokeExact(state, descriptor, buffer, (long) count));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
