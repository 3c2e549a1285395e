package org.tamga.devices.scanner.fprint;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The standard output of a child process, read from its pipe without a buffer that keeps what went
 * through: the stream of {@link Process} holds the last 8 KB for as long as the process is held,
 * rows of an image among them. Linux only: the pipe is opened by its name in {@code /proc}.
 */
final class ChildOutput extends InputStream {
    private static final int MOST_AT_ONCE = 65_536;

    private final FileInputStream pipe;
    private final FileChannel channel;
    private final ByteBuffer passing = ByteBuffer.allocateDirect(MOST_AT_ONCE);

    /**
     * Takes the pipe over from the process's own stream.
     *
     * @throws IOException when the process has already ended
     */
    ChildOutput(Process process) throws IOException {
        pipe = new FileInputStream("/proc/%d/fd/1".formatted(process.pid()));
        channel = pipe.getChannel();
        // Else it would take what is in the pipe when the process ends.
        process.getInputStream().close();
    }

    @Override
    public int available() throws IOException {
        return pipe.available();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        passing.clear().limit(Math.min(length, MOST_AT_ONCE));
        int count = channel.read(passing);
        passing.flip().get(into, from, passing.remaining());
        for (int i = 0; i < count; i++) {
            passing.put(i, (byte) 0);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
