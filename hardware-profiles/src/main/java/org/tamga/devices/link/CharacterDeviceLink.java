package org.tamga.devices.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceFault;

/**
 * A character device such as {@code /dev/usb/lp0}. Reads of such files block without a timeout, so
 * one thread reads and hands over; closing the channel wakes it.
 */
final class CharacterDeviceLink implements ByteLink {
    private static final int CHUNK = 4096;
    private static final int CHUNKS_KEPT = 64;
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(10);

    private final Path path;
    private final FileChannel channel;
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>(CHUNKS_KEPT);
    private volatile boolean gone;
    private byte[] rest = {};

    private CharacterDeviceLink(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        Thread.ofPlatform().daemon().name("reads " + path).start(this::readUntilGone);
    }

    static ByteLink open(Path path) throws LinkException {
        try {
            return new CharacterDeviceLink(
                    path,
                    FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new LinkException(
                    DeviceFault.BUSY, path + " cannot be opened: " + e.getMessage());
        }
    }

    private void readUntilGone() {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (channel.read(buffer.clear()) > 0) {
                arrived.put(Arrays.copyOf(buffer.array(), buffer.position()));
            }
        } catch (IOException e) {
            // The device went away or the link was closed; both are told by the flag below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gone = true;
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        FutureTask<@Nullable Void> writing = new FutureTask<>(() -> writeAll(bytes));
        Thread.ofPlatform().daemon().name("writes " + path).start(writing);
        try {
            writing.get(WRITE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LinkException(
                    DeviceFault.UNPLUGGED, path + " does not take bytes: " + e.getCause());
        } catch (TimeoutException e) {
            close();
            throw new LinkException(DeviceFault.TIMEOUT, path + " takes no more bytes");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new LinkException(DeviceFault.CANCELLED, "interrupted while writing");
        }
    }

    private @Nullable Void writeAll(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        return null;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkException {
        if (rest.length == 0) {
            rest = awaitChunk(timeout);
        }
        int count = Math.min(rest.length, buffer.length);
        System.arraycopy(rest, 0, buffer, 0, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    private byte[] awaitChunk(Duration timeout) throws LinkException {
        try {
            byte[] chunk = arrived.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (chunk == null && gone) {
                throw new LinkException(DeviceFault.UNPLUGGED, path + " went away");
            }
            return chunk == null ? new byte[0] : chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new byte[0];
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is released by the kernel even when the last flush fails.
        }
    }
}
