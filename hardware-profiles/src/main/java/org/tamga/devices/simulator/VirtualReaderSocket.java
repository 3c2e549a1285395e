package org.tamga.devices.simulator;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Argument: 1 when a finger lies on the glass. */
    public static final int FINGER = -4;

    private static final Duration PAUSE = Duration.ofMillis(2);

    private final SocketChannel channel;
    private boolean hungUp;

    private VirtualReaderSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Empty while nobody has the reader open. */
    public static Optional<VirtualReaderSocket> connect(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            return Optional.of(new VirtualReaderSocket(channel));
        } catch (IOException e) {
            channel.close();
            return Optional.empty();
        }
    }

    /** True when the reader was closed: a capture has come to its end. */
    public boolean isOver() {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0;
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
