package org.tamga.devices.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The C library's calls on file descriptors, as every other library of this process sees them. Not
 * thread-safe: each call leaves its own {@link #errno()}. Source: open(2), ioctl(2), poll(2),
 * read(2), write(2), Linux.
 */
final class DescriptorCalls {
    static final short POLL_IN = 1;
    static final short POLL_OUT = 4;

    /** Error, hang-up, no such descriptor: told whether asked for or not. */
    private static final short POLL_GONE = 0x38;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup process = new ProcessLookup();
    private final VarHandle errnoOf =
            Linker.Option.captureStateLayout()
                    .varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private final MemorySegment state = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
    private final MethodHandle open = variadic("open", JAVA_INT, ADDRESS, JAVA_INT);
    private final MethodHandle control =
            variadic("ioctl", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private final MethodHandle close = function("close", JAVA_INT, JAVA_INT);
    private final MethodHandle poll = function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private final MethodHandle read = function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle write = function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return linker.downcallHandle(
                process.findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /** Variadic from the third argument on. */
    private MethodHandle variadic(String name, MemoryLayout result, MemoryLayout... arguments) {
        return linker.downcallHandle(
                process.findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(2));
    }

    /** Why the last call failed; means nothing when it did not. */
    int errno() {
        return (int) errnoOf.get(state, 0L);
    }

    /** A descriptor, or a negative number. */
    int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) open.invokeExact(state, arena.allocateFrom(path), flags);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Other than 0 when it failed. */
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

    /** True also when the device is gone: the transfer that follows tells. */
    boolean ready(int descriptor, short events, int milliseconds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4);
            entry.set(JAVA_INT, 0, descriptor);
            entry.set(JAVA_SHORT, 4, events);
            return (int) poll.invokeExact(state, entry, 1L, milliseconds) > 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing will ever come of it again. */
    boolean hungUp(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4);
            entry.set(JAVA_INT, 0, descriptor);
            int unused = (int) poll.invokeExact(state, entry, 1L, 0);
            return (entry.get(JAVA_SHORT, 6) & POLL_GONE) != 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many bytes came; 0 at the end of the stream, negative when it failed. */
    int read(int descriptor, byte[] into) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(into.length);
            long count = (long) read.invokeExact(state, descriptor, buffer, buffer.byteSize());
            if (count > 0) {
                MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, Math.toIntExact(count));
            }
            return Math.toIntExact(count);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of {@code count} bytes were taken; negative when it failed. */
    int write(int descriptor, byte[] bytes, int from, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(count);
            MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, count);
            return Math.toIntExact(
                    (long) write.invokeExact(state, descriptor, buffer, (long) count));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
