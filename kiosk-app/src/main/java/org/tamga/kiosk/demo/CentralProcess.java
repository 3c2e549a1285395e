package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The central node of the demonstration, serving on two free ports of this machine. */
final class CentralProcess implements AutoCloseable {
    private static final int STARTING_SECONDS = 60;

    private final DemoHome home;
    private final int port;
    private final int pagePort;
    private @Nullable Process process;

    CentralProcess(DemoHome home, int port, int pagePort) {
        this.home = home;
        this.port = port;
        this.pagePort = pagePort;
    }

    /** A port that was free a moment ago. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    String page() {
        return "http://127.0.0.1:" + pagePort + "/";
    }

    /** Another demonstration's centre would answer in this one's place. */
    void requireFreePorts() {
        if (answers(port) || answers(pagePort)) {
            throw DemoFailure.beforehand(
                    "DM-07",
                    "ports %d and %d are in use; close the other demonstration"
                            .formatted(port, pagePort));
        }
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException, InterruptedException {
        begin();
        awaitAnswer();
    }

    /** Starts it and does not wait. */
    void begin() throws IOException {
        var command =
                List.of(
                        home.launcher().toString(),
                        "central",
                        "serve",
                        "--home",
                        home.central().toString(),
                        "--port",
                        Integer.toString(port),
                        "--page-port",
                        Integer.toString(pagePort));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()));
        process = builder.start();
    }

    /** Waits until it answers. */
    void awaitAnswer() throws InterruptedException {
        var started = process;
        if (started == null) {
            throw new IllegalStateException("not begun");
        }
        for (var waited = 0; waited < STARTING_SECONDS * 5; waited++) {
            if (answers(port) && answers(pagePort)) {
                return;
            }
            if (!started.isAlive()) {
                break;
            }
            Thread.sleep(200);
        }
        throw new DemoFailure("DM-10", "the central node did not start; see " + home.log());
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
