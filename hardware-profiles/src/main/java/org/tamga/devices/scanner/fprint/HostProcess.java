package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal's end of a driver process. Never blocks, never takes more than it was told. */
final class HostProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(200);

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final FrameReader frames;

    private HostProcess(Process process, InputStream in, int longestPayload) {
        this.process = process;
        this.in = in;
        this.out = process.getOutputStream();
        this.frames = new FrameReader(in, longestPayload);
    }

    /**
     * @param longestPayload bytes of the longest message that is accepted
     */
    static HostProcess start(HostCommand command, int longestPayload) throws IOException {
        Process process = command.start();
        try {
            return new HostProcess(process, new ChildOutput(process), longestPayload);
        } catch (IOException e) {
            kill(process);
            throw e;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void send(HostFrame frame) throws IOException {
        out.write(frame.header().array());
        out.write(frame.payload());
        out.flush();
    }

    /**
     * The next message if it is all here.
     *
     * @throws IOException when the process has ended or does not speak as it should
     */
    Optional<HostFrame> poll() throws IOException {
        boolean ended = !process.isAlive();
        Optional<HostFrame> frame = frames.poll();
        if (frame.isEmpty() && ended) {
            throw new IOException("the driver process ended with " + process.exitValue());
        }
        return frame;
    }

    /** Asks the process to end, and ends it if it does not. */
    @Override
    public void close() {
        frames.wipe();
        try (in;
                out) {
            out.close();
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
            }
        } catch (IOException e) {
            kill(process);
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
