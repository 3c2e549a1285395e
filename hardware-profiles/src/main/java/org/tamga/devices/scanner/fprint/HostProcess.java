package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tamga.devices.scanner.fprint.HostFrame.Head;

/** The terminal's end of a driver process. Never blocks, never takes more than it was told. */
final class HostProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final int longestPayload;
    private final byte[] header = new byte[HostFrame.HEADER_BYTES];
    private byte[] payload = {};
    private int headerBytes;
    private int payloadBytes;

    private HostProcess(Process process, int longestPayload) {
        this.process = process;
        this.in = process.getInputStream();
        this.out = process.getOutputStream();
        this.longestPayload = longestPayload;
    }

    /**
     * @param longestPayload bytes of the longest message that is accepted
     */
    static HostProcess start(HostCommand command, int longestPayload) throws IOException {
        return new HostProcess(command.start(), longestPayload);
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
        if (headerBytes < header.length) {
            headerBytes += take(header, headerBytes);
            if (headerBytes < header.length) {
                return nothingYet(ended);
            }
            payload = new byte[Head.of(header, longestPayload).length()];
            payloadBytes = 0;
        }
        payloadBytes += take(payload, payloadBytes);
        if (payloadBytes < payload.length) {
            return nothingYet(ended);
        }
        Head head = Head.of(header, longestPayload);
        HostFrame frame = new HostFrame(head.type(), head.use(), payload);
        payload = new byte[0];
        headerBytes = 0;
        return Optional.of(frame);
    }

    private Optional<HostFrame> nothingYet(boolean ended) throws IOException {
        if (ended) {
            throw new IOException("the driver process ended with " + process.exitValue());
        }
        return Optional.empty();
    }

    private int take(byte[] into, int from) throws IOException {
        int wanted = Math.min(in.available(), into.length - from);
        return wanted <= 0 ? 0 : Math.max(0, in.read(into, from, wanted));
    }

    long pid() {
        return process.pid();
    }

    /** Asks the process to end, and ends it if it does not. */
    @Override
    public void close() {
        Arrays.fill(payload, (byte) 0);
        try (in;
                out) {
            out.close();
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
