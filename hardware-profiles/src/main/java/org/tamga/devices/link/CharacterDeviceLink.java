package org.tamga.devices.link;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
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
    private static final int WRITE_LIMIT_MS = 10_000;

    private final Native calls;
    private final Path path;
    private final int descriptor;
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
            throw new LinkException(DeviceFault.BUSY, path + " cannot be opened");
        }
        return new CharacterDeviceLink(calls, path, descriptor);
    }

    @Override
    public synchronized void write(byte[] bytes) throws LinkException {
        requireOpen();
        int sent = 0;
        while (sent < bytes.length) {
            if (!calls.ready(descriptor, POLL_OUT, WRITE_LIMIT_MS)) {
                throw new LinkException(DeviceFault.TIMEOUT, path + " takes no more bytes");
            }
            int count = calls.write(descriptor, bytes, sent, Math.min(CHUNK, bytes.length - sent));
            if (count <= 0) {
                throw gone();
            }
            sent += count;
        }
    }

    @Override
    public synchronized int read(byte[] buffer, Duration timeout) throws LinkException {
        requireOpen();
        int milliseconds = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
        if (!calls.ready(descriptor, POLL_IN, milliseconds)) {
            return 0;
        }
        int count = calls.read(descriptor, buffer);
        if (count <= 0) {
            throw gone();
        }
        return count;
    }

    private void requireOpen() throws LinkException {
        if (closed) {
            throw gone();
        }
    }

    private LinkException gone() {
        return new LinkException(DeviceFault.UNPLUGGED, path + " went away");
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(descriptor);
        }
    }

    /** The few functions of the C library that this needs. */
    private static final class Native {
        private final Linker linker = Linker.nativeLinker();
        private final MethodHandle open =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("open"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
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
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
        }

        int open(String path, int flags) {
            try (Arena arena = Arena.ofConfined()) {
                return (int) open.invokeExact(arena.allocateFrom(path), flags);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        void close(int descriptor) {
            try {
                int unused = (int) close.invokeExact(descriptor);
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
                return (int) poll.invokeExact(entry, 1L, milliseconds) > 0;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        int read(int descriptor, byte[] into) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment buffer = arena.allocate(into.length);
                long count = (long) read.invokeExact(descriptor, buffer, buffer.byteSize());
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
                return Math.toIntExact((long) write.invokeExact(descriptor, buffer, (long) count));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
