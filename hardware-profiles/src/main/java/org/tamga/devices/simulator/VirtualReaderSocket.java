package org.tamga.devices.simulator;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection to libfprint's virtual image reader. The library listens while the reader is open; a
 * message is two ints in the machine's order: width and height, followed by as many grey levels, or
 * a negative word and its argument.
 */
public final class VirtualReaderSocket implements AutoCloseable {
    /** Argument: a retry hint, see {@code FpDeviceRetry} in libfprint's {@code fp-device.h}. */
    public static final int RETRY = -1;

    /** Argument: an error, see {@code FpDeviceError}. */
    public static final int ERROR = -2;

    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Path socket;
    private final String opening;
    private final SocketChannel channel;
    private boolean hungUp;

    private VirtualReaderSocket(Path socket, String opening, SocketChannel channel) {
        this.socket = socket;
        this.opening = opening;
        this.channel = channel;
    }

    /** Empty while nobody has the reader open. */
    public static Optional<VirtualReaderSocket> connect(Path socket) throws IOException {
        String opening = openingOf(socket);
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            return Optional.of(new VirtualReaderSocket(socket, opening, channel));
        } catch (IOException e) {
            channel.close();
            return Optional.empty();
        }
    }

    /** Each time the reader is opened the library makes its socket anew; empty without one. */
    private static String openingOf(Path socket) {
        try {
            var made = Files.readAttributes(socket, BasicFileAttributes.class);
            return made.fileKey() + " " + made.lastModifiedTime();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * True when the reader was closed: a capture has come to its end. A capture that is cancelled
     * as it begins leaves its connection open in the library (1.94.5), so that a new socket counts
     * as an end too.
     */
    public boolean isOver() {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0 || wasOpenedAgain();
        } catch (IOException e) {
            return true;
        }
    }

    /** Says no more; {@link #isOver} still tells when the reader is closed. */
    void hangUp() throws IOException {
        hungUp = true;
        channel.shutdownOutput();
    }

    /** Whether it is of use to send anything. */
    boolean listens() {
        return !hungUp && !isOver();
    }

    private boolean wasOpenedAgain() {
        String latest = openingOf(socket);
        return !latest.isEmpty() && !latest.equals(opening);
    }

    public void say(int word, int argument) throws IOException, InterruptedException {
        write(ints(word, argument), Duration.ZERO, 8);
    }

    /**
     * @param levels as many as shall be sent, whatever width and height promise
     * @param pause between parts of {@code part} bytes
     */
    void image(int width, int height, ByteBuffer levels, Duration pause, int part)
            throws IOException, InterruptedException {
        say(width, height);
        write(levels, pause, part);
    }

    /** Sends bytes as they are. */
    public void raw(byte[] bytes) throws IOException, InterruptedException {
        write(ByteBuffer.wrap(bytes), Duration.ZERO, Math.max(1, bytes.length));
    }

    private static ByteBuffer ints(int first, int second) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt(first)
                .putInt(second)
                .flip();
    }

    private void write(ByteBuffer bytes, Duration pause, int part)
            throws IOException, InterruptedException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + part));
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    if (isOver()) {
                        throw new IOException("the reader was closed");
                    }
                    Thread.sleep(PAUSE);
                }
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
