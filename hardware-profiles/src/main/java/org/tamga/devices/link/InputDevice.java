package org.tamga.devices.link;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.ports.DeviceFault;

/**
 * A Linux input device, {@code /dev/input/event*}, taken for this program alone (EVIOCGRAB): what
 * it types reaches no window. Source: linux/input.h, Documentation/input/input.rst.
 */
final class InputDevice implements ByteLink {
    private static final int O_RDONLY_NONBLOCK = 0x800;

    /** {@code _IOW('E', 0x90, int)}. */
    private static final long EVIOCGRAB = 0x4004_4590L;

    private static final short POLL_IN = 1;

    private final Calls calls;
    private final Path path;
    private final int descriptor;
    private boolean closed;

    private InputDevice(Calls calls, Path path, int descriptor) {
        this.calls = calls;
        this.path = path;
        this.descriptor = descriptor;
    }

    /**
     * @param grab false only for a pipe that a simulator writes: nobody else reads a pipe
     */
    static ByteLink open(Path path, boolean grab) throws LinkException {
        Calls calls = new Calls();
        int descriptor = calls.open(path.toString(), O_RDONLY_NONBLOCK);
        if (descriptor < 0) {
            throw Errno.cannotOpen(path, calls.errno());
        }
        if (grab && calls.control(descriptor, EVIOCGRAB, 1) != 0) {
            int reason = calls.errno();
            calls.close(descriptor);
            throw reason == Errno.EBUSY
                    ? new LinkException(DeviceFault.BUSY, path + " is taken by another program")
                    : new LinkException(
                            DeviceFault.NO_PERMISSION,
                            path + " cannot be kept from other programs, error " + reason);
        }
        return new InputDevice(calls, path, descriptor);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "nothing is sent to a keyboard");
    }

    @Override
    public synchronized int read(byte[] buffer, Duration timeout) throws LinkException {
        LinkException.throwIfInterrupted();
        if (closed) {
            throw gone();
        }
        if (!calls.ready(descriptor, Math.toIntExact(timeout.toMillis()))) {
            return 0;
        }
        int count = calls.read(descriptor, buffer);
        if (count > 0) {
            return count;
        }
        int error = calls.errno();
        // The end of the stream, or ENODEV: pulled out.
        if (count == 0 || (error != Errno.EAGAIN && error != Errno.EINTR)) {
            throw gone();
        }
        pause();
        return 0;
    }

    /** Said to be ready and was not: without a pause that could go on for ever at full speed. */
    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LinkException gone() {
        return new LinkException(DeviceFault.UNPLUGGED, path + " went away");
    }

    /** Gives the device back to the windows too. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(descriptor);
        }
    }

    /** The C library's functions, as every other library of this process sees them. */
    private static final class Calls {
        private final Linker linker = Linker.nativeLinker();
        private final Linker.Option keepErrno = Linker.Option.captureCallState("errno");
        private final VarHandle errnoOf =
                Linker.Option.captureStateLayout()
                        .varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private final MemorySegment state =
                Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
        private final SymbolLookup process = new ProcessLookup();
        private final MethodHandle open =
                function(
                        "open",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        2);
        private final MethodHandle control =
                function(
                        "ioctl",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG),
                        2);
        private final MethodHandle close =
                function(
                        "close",
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                        -1);
        private final MethodHandle poll =
                function(
                        "poll",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT),
                        -1);
        private final MethodHandle read =
                function(
                        "read",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG),
                        -1);

        private MethodHandle function(String name, FunctionDescriptor descriptor, int variadic) {
            MemorySegment address = process.findOrThrow(name);
            return variadic < 0
                    ? linker.downcallHandle(address, descriptor, keepErrno)
                    : linker.downcallHandle(
                            address,
                            descriptor,
                            keepErrno,
                            Linker.Option.firstVariadicArg(variadic));
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

        int control(int descriptor, long request, long argument) {
            try {
                return (int) control.invokeExact(state, descriptor, request, argument);
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

        /** True also when the device is gone: the read that follows tells. */
        boolean ready(int descriptor, int milliseconds) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment entry = arena.allocate(8, 4);
                entry.set(ValueLayout.JAVA_INT, 0, descriptor);
                entry.set(ValueLayout.JAVA_SHORT, 4, POLL_IN);
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
    }
}
