package org.tamga.devices.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tamga.devices.camera.CameraSpec;

/** A network camera on this machine: Motion JPEG over HTTP, as {@code http://127.0.0.1:port/}. */
public final class MjpegServer implements Simulator {
    private static final String BOUNDARY = "tamga-frame";
    private static final int SLOW_MS = 700;
    private static final int GARBAGE = 4_000;

    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.UNPLUGGED_MID_TRANSFER,
                            SimulatedFault.STUCK,
                            SimulatedFault.SLOW,
                            SimulatedFault.NOISE,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.HUGE_IMAGE,
                            SimulatedFault.ENDLESS_REPLY,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.OVEREXPOSED,
                            SimulatedFault.FROZEN));
    private final CameraScenes scenes;
    private final int frameMs;
    private final PluggedServer server;
    private volatile List<byte[]> frames;
    private List<byte[]> dark = List.of();
    private List<byte[]> burntOut = List.of();
    private volatile boolean closed;

    /**
     * @param spec size and pace of its pictures
     */
    public MjpegServer(CameraSpec spec) throws IOException {
        this.scenes = new CameraScenes(spec.width(), spec.height());
        this.frameMs = 1_000 / spec.fps();
        this.frames = Jpegs.of(scenes.room());
        this.server = new PluggedServer("mjpeg", this::stream);
    }

    @Override
    public String at() {
        return "http://127.0.0.1:" + server.port() + "/stream";
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            server.unplug();
        }
    }

    @Override
    public synchronized void repair() {
        script.clear();
        server.plug();
    }

    @Override
    public void present() {
        frames = Jpegs.of(scenes.visitor());
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; !closed; i++) {
                send(out, i);
                Thread.sleep(script.plays(SimulatedFault.SLOW) ? SLOW_MS : frameMs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(OutputStream out, int i) throws IOException, InterruptedException {
        List<byte[]> shown = frames;
        byte[] frame = shown.get(i % shown.size());
        switch (script.standing().orElse(SimulatedFault.SLOW)) {
            case BLACK_IMAGE -> part(out, dark().get(i % shown.size()));
            case OVEREXPOSED -> part(out, burntOut().get(i % shown.size()));
            case FROZEN -> part(out, shown.getFirst());
            case NOISE -> {
                byte[] garbage = new byte[GARBAGE];
                new Random(i).nextBytes(garbage);
                part(out, garbage);
                part(out, frame);
            }
            case HUGE_IMAGE -> part(out, Jpegs.claimingToBeHuge(frame));
            case WRONG_LENGTH -> {
                header(out, 999_999_999);
                out.flush();
            }
            case ENDLESS_REPLY -> pourWithoutEnd(out, frame);
            case UNPLUGGED_MID_TRANSFER -> {
                header(out, frame.length);
                out.write(frame, 0, frame.length / 2);
                out.flush();
                throw new IOException("the simulated cable was pulled");
            }
            case STUCK -> {
                while (script.plays(SimulatedFault.STUCK) && !closed) {
                    Thread.sleep(frameMs);
                }
            }
            default -> part(out, frame);
        }
    }

    private synchronized List<byte[]> dark() {
        if (dark.isEmpty()) {
            dark = Jpegs.of(scenes.dark());
        }
        return dark;
    }

    private synchronized List<byte[]> burntOut() {
        if (burntOut.isEmpty()) {
            burntOut = Jpegs.of(scenes.burntOut());
        }
        return burntOut;
    }

    private static void part(OutputStream out, byte[] jpeg) throws IOException {
        header(out, jpeg.length);
        out.write(jpeg);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void header(OutputStream out, int length) throws IOException {
        String header =
                "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                        .formatted(BOUNDARY, length);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
    }

    private void pourWithoutEnd(OutputStream out, byte[] frame) throws IOException {
        String header = "--%s\r\nContent-Type: image/jpeg\r\n\r\n".formatted(BOUNDARY);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        while (script.plays(SimulatedFault.ENDLESS_REPLY) && !closed) {
            out.write(frame);
        }
    }
}
