package org.tamga.devices.simulator;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.foreign.NativeFunctions;
import org.tamga.devices.link.LinkException;

/**
 * A simulated device behind a real serial line: a Linux pseudo-terminal whose other end any program
 * opens by {@link #path()}. Answers are paced at a baud rate, ten bits a byte. Closing it is
 * pulling the cable.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR_NOCTTY_NONBLOCK = 0x902;
    private static final int POLL_IN = 1;
    private static final int POLL_HANG_UP = 0x10;
    private static final int LARGEST_TERMIOS = 256;
    private static final int PACE_BYTES = 64;

    /** Whoever opens a line empties it first: what is said unasked before that is lost. */
    private static final Duration SETTLES = Duration.ofMillis(250);

    /** Bytes that nobody takes for so long are lost, as they are on a wire. */
    private static final Duration STALL = Duration.ofSeconds(5);

    private final Libc libc;
    private final int master;
    private final Path path;
    private final WireDevice device;
    private final int baud;
    private final long nanosPerByte;
    private final Thread server;
    private volatile boolean closed;

    private PseudoTerminal(Libc libc, int master, Path path, WireDevice device, int baud) {
        this.libc = libc;
        this.master = master;
        this.path = path;
        this.device = device;
        this.baud = baud;
        this.nanosPerByte = baud == 0 ? 0 : 10_000_000_000L / baud;
        this.server =
                Thread.ofPlatform().daemon().name("pseudo-terminal " + path).start(this::serve);
    }

    /**
     * Attaches a simulated device.
     *
     * @param baud the device's rate: a driver that opens the line at another one hears nothing and
     *     is not heard; 0 for any rate and as fast as possible
     * @throws IOException when the system gives no pseudo-terminal
     */
    public static PseudoTerminal attach(WireDevice device, int baud) throws IOException {
        Libc libc = new Libc();
        int master = libc.call(libc.openMaster, O_RDWR_NOCTTY_NONBLOCK);
        if (master < 0
                || libc.call(libc.grant, master) != 0
                || libc.call(libc.unlock, master) != 0) {
            throw new IOException("the system gives no pseudo-terminal");
        }
        libc.makeRaw(master);
        return new PseudoTerminal(libc, master, libc.slaveOf(master), device, baud);
    }

    /** What a driver opens, e.g. {@code /dev/pts/7}. */
    public Path path() {
        return path;
    }

    private void serve() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(4_096);
            MemorySegment poll = arena.allocate(8, 4);
            long deaf = System.nanoTime();
            while (!closed) {
                byte[] arrived = libc.readWaiting(master, poll, buffer);
                if (arrived == null || !(baud == 0 || libc.rateIs(master, baud))) {
                    // Nobody has the other end open, or not at this rate.
                    deaf = System.nanoTime();
                    Thread.sleep(Duration.ofMillis(5));
                } else if (arrived.length > 0 || System.nanoTime() - deaf > SETTLES.toNanos()) {
                    // Also without bytes: a reader of documents speaks unasked. Who has spoken
                    // listens.
                    deaf = arrived.length > 0 ? System.nanoTime() - 2 * SETTLES.toNanos() : deaf;
                    send(device.receive(arrived), poll, buffer);
                }
            }
        } catch (LinkException e) {
            closed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        libc.call(libc.close, master);
    }

    private void send(byte[] answer, MemorySegment poll, MemorySegment buffer)
            throws InterruptedException {
        long start = System.nanoTime();
        for (int from = 0; from < answer.length && !closed; from += PACE_BYTES) {
            byte[] part =
                    Arrays.copyOfRange(answer, from, Math.min(from + PACE_BYTES, answer.length));
            if (!sent(part, poll, buffer)) {
                return;
            }
            // Against the start: a sleep that was too long must not add up.
            long due = start + nanosPerByte * (from + part.length);
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    /** False when the other end was closed or takes nothing any more. */
    private boolean sent(byte[] part, MemorySegment poll, MemorySegment buffer)
            throws InterruptedException {
        long given = System.nanoTime();
        int sent = 0;
        while (sent < part.length && !closed) {
            sent += libc.write(master, part, sent, buffer);
            if (sent < part.length) {
                if (libc.hungUp(master, poll) || System.nanoTime() - given > STALL.toNanos()) {
                    return false;
                }
                Thread.sleep(Duration.ofMillis(1));
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        server.interrupt();
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The few functions of the C library that this needs. */
    private static final class Libc {
        private static final long TCGETS2 = 0x802C_542AL;
        private static final int TERMIOS2_BYTES = 44;
        private static final int OUTPUT_SPEED_AT = 40;

        private final NativeFunctions system = NativeFunctions.ofTheSystem();
        private final MethodHandle openMaster = system.function("posix_openpt", JAVA_INT, JAVA_INT);
        private final MethodHandle grant = system.function("grantpt", JAVA_INT, JAVA_INT);
        private final MethodHandle unlock = system.function("unlockpt", JAVA_INT, JAVA_INT);
        private final MethodHandle close = system.function("close", JAVA_INT, JAVA_INT);
        private final MethodHandle slaveName =
                system.function("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
        private final MethodHandle getAttributes =
                system.function("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
        private final MethodHandle setAttributes =
                system.function("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
        private final MethodHandle raw = system.procedure("cfmakeraw", ADDRESS);
        private final MethodHandle poll =
                system.function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
        private final MethodHandle control =
                system.variadic(
                        "ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
        private final MethodHandle read =
                system.function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
        private final MethodHandle write =
                system.function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

        int call(MethodHandle function, int argument) {
            try {
                return (int) function.invokeExact(argument);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Bytes pass as they are: no echo, no line editing. */
        void makeRaw(int descriptor) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment attributes = arena.allocate(LARGEST_TERMIOS, 8);
                int got = (int) getAttributes.invokeExact(descriptor, attributes);
                raw.invokeExact(attributes);
                int set = (int) setAttributes.invokeExact(descriptor, 0, attributes);
                if (got != 0 || set != 0) {
                    throw new IllegalStateException("terminal attributes cannot be set");
                }
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        Path slaveOf(int descriptor) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocate(128);
                int failed = (int) slaveName.invokeExact(descriptor, name, 128L);
                if (failed != 0) {
                    throw new IllegalStateException("the pseudo-terminal has no name");
                }
                return Path.of(name.getString(0));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits at most 15 ms; null when nobody has the other end open. */
        byte @Nullable [] readWaiting(int descriptor, MemorySegment poll, MemorySegment buffer) {
            poll.set(JAVA_INT, 0, descriptor);
            poll.set(JAVA_SHORT, 4, (short) POLL_IN);
            poll.set(JAVA_SHORT, 6, (short) 0);
            try {
                int ready = (int) this.poll.invokeExact(poll, 1L, 15);
                short events = poll.get(JAVA_SHORT, 6);
                if (ready > 0 && (events & POLL_IN) != 0) {
                    long count = (long) read.invokeExact(descriptor, buffer, buffer.byteSize());
                    return count <= 0 ? null : buffer.asSlice(0, count).toArray(JAVA_BYTE);
                }
                return (events & POLL_HANG_UP) != 0 ? null : new byte[0];
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        boolean hungUp(int descriptor, MemorySegment poll) {
            poll.set(JAVA_INT, 0, descriptor);
            poll.set(JAVA_SHORT, 4, (short) 0);
            poll.set(JAVA_SHORT, 6, (short) 0);
            try {
                int ready = (int) this.poll.invokeExact(poll, 1L, 0);
                return ready > 0 && (poll.get(JAVA_SHORT, 6) & POLL_HANG_UP) != 0;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether the other end was opened at this rate: struct termios2, field c_ospeed. */
        boolean rateIs(int descriptor, int baud) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment termios2 = arena.allocate(TERMIOS2_BYTES, 8);
                int failed = (int) control.invokeExact(descriptor, TCGETS2, termios2);
                return failed != 0 || termios2.get(JAVA_INT, OUTPUT_SPEED_AT) == baud;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** How many of the bytes from {@code from} on were taken at once, perhaps none. */
        int write(int descriptor, byte[] bytes, int from, MemorySegment buffer) {
            int length = bytes.length - from;
            MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, length);
            try {
                long count = (long) write.invokeExact(descriptor, buffer, (long) length);
                return Math.toIntExact(Math.max(0, count));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
