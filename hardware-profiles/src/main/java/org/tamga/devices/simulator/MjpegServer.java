package org.tamga.devices.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
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
    private final ExecutorService handlers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mjpeg-", 0).factory());
    private final InetSocketAddress address;
    private volatile List<byte[]> frames;
    private List<byte[]> dark = List.of();
    private List<byte[]> burntOut = List.of();
    private volatile boolean closed;
    private @Nullable HttpServer server;

    /**
     * @param spec size and pace of its pictures
     */
    public MjpegServer(CameraSpec spec) throws IOException {
        this.scenes = new CameraScenes(spec.width(), spec.height());
        this.frameMs = 1_000 / spec.fps();
        this.frames = Jpegs.of(scenes.room());
        HttpServer first = started(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.server = first;
        this.address = first.getAddress();
    }

    private HttpServer started(InetSocketAddress place) throws IOException {
        HttpServer starting = HttpServer.create(place, 0);
        starting.setExecutor(handlers);
        starting.createContext("/", this::stream);
        starting.start();
        return starting;
    }

    @Override
    public String at() {
        return "http://127.0.0.1:" + address.getPort() + "/stream";
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED && server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public synchronized void repair() {
        script.clear();
        if (server == null && !closed) {
            try {
                server = started(address);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void present() {
        frames = Jpegs.of(scenes.visitor());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.stop(0);
            server = null;
        }
        handlers.shutdownNow();
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
                Thread.sleep(
                        script.standing().equals(Optional.of(SimulatedFault.SLOW))
                                ? SLOW_MS
                                : frameMs);
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
                while (script.standing().equals(Optional.of(SimulatedFault.STUCK)) && !closed) {
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
        while (script.standing().equals(Optional.of(SimulatedFault.ENDLESS_REPLY)) && !closed) {
            out.write(frame);
        }
    }
}
