package org.tamga.devices.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tamga.devices.ports.FingerImage;

/**
 * A scanner service as the MOSIP Secure Biometric Interface describes it, on the first free port of
 * 127.0.0.1:4501–4600, with a provider and keys of its own that last as long as it runs. Of no
 * vendor.
 */
public final class SbiService implements ScriptedSimulator {
    private static final int FIRST_PORT = 4501;
    private static final int LAST_PORT = 4600;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration SENSOR = Duration.ofMillis(10);
    private static final Duration SLOWLY = Duration.ofMillis(900);

    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.STUCK,
                            SimulatedFault.SLOW,
                            SimulatedFault.FORGED,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.HUGE_IMAGE,
                            SimulatedFault.ENDLESS_REPLY,
                            SimulatedFault.CLOCK_JUMP,
                            SimulatedFault.OFFLINE,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.UNPLUGGED_MID_TRANSFER,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.PARTIAL_FINGER,
                            SimulatedFault.WET_FINGER,
                            SimulatedFault.DRY_FINGER));
    private final ObjectMapper json = new ObjectMapper();
    private final FingerSource source;
    private final boolean old;
    private final FingerQueue presented = new FingerQueue();
    private final Path anchor;
    private final HttpServer server;
    private final SbiAnswers answers;
    private final ExecutorService handlers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sbi-", 0).factory());
    private volatile boolean closed;

    /**
     * @param folder where the certificate goes that a station has to trust
     * @param source whose fingers come, besides those that are presented
     */
    public SbiService(Path folder, FingerSource source) throws IOException {
        this(folder, source, false);
    }

    private SbiService(Path folder, FingerSource source, boolean old) throws IOException {
        this.source = source;
        this.old = old;
        Files.createDirectories(folder);
        this.anchor = Files.createTempFile(folder, "sbi-provider", ".pem");
        SbiKeys keys = new SbiKeys();
        keys.writeAnchor(anchor);
        this.server = bound();
        this.answers = new SbiAnswers(script, keys, old, server.getAddress().getPort());
        server.setExecutor(handlers);
        server.createContext("/device", exchange -> answer(exchange, "DISC"));
        server.createContext("/info", exchange -> answer(exchange, "INFO"));
        server.createContext("/capture", exchange -> answer(exchange, "RCAPTURE"));
        server.start();
    }

    /** A service of version 0.9.5: other verbs, and an identifier of its own for the scanner. */
    public static SbiService ofVersion095(Path folder, FingerSource source) throws IOException {
        return new SbiService(folder, source, true);
    }

    private static HttpServer bound() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(loopback, port), 0);
            } catch (BindException e) {
                // Somebody else's.
            }
        }
        throw new IOException("no port of 4501 to 4600 is free");
    }

    @Override
    public String at() {
        return server.getAddress().getPort() + " " + anchor.toAbsolutePath();
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        presented.present(TestVisitor.finger());
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        handlers.shutdownNow();
        try {
            Files.deleteIfExists(anchor);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean plays(SimulatedFault fault) {
        return script.plays(fault);
    }

    private void answer(HttpExchange exchange, String what) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String verb = exchange.getRequestMethod();
            if (!verb.endsWith(what) || verb.startsWith(old ? "SBI" : "MOSIP")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            if (plays(SimulatedFault.STUCK)) {
                stick();
                return;
            }
            JsonNode asked = json.readTree(request);
            JsonNode said =
                    switch (what) {
                        case "DISC" -> json.createArrayNode().add(answers.discovered());
                        case "INFO" -> json.createArrayNode().add(answers.information());
                        default -> captured(asked);
                    };
            send(exchange, json.writeValueAsBytes(said), what.equals("RCAPTURE"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stick() throws InterruptedException {
        while (plays(SimulatedFault.STUCK) && !closed) {
            Thread.sleep(LOOK);
        }
    }

    private void send(HttpExchange exchange, byte[] body, boolean capture) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (capture && plays(SimulatedFault.ENDLESS_REPLY)) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (plays(SimulatedFault.ENDLESS_REPLY) && !closed) {
                out.write(body);
            }
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        if (capture && plays(SimulatedFault.UNPLUGGED_MID_TRANSFER)) {
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.getResponseBody().write(body);
    }

    private ObjectNode captured(JsonNode asked) throws IOException, InterruptedException {
        if (plays(SimulatedFault.UNPLUGGED) || plays(SimulatedFault.OFFLINE)) {
            return answers.refused(plays(SimulatedFault.OFFLINE) ? "104" : "106");
        }
        Optional<FingerImage> finger = awaited(Duration.ofMillis(asked.path("timeout").asInt(0)));
        if (finger.isEmpty()) {
            return answers.refused("101");
        }
        try (FingerImage image = finger.get()) {
            Thread.sleep(plays(SimulatedFault.SLOW) ? SLOWLY : SENSOR);
            return answers.captured(asked, image);
        }
    }

    private Optional<FingerImage> awaited(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline && !closed) {
            if (!plays(SimulatedFault.NOBODY)) {
                Optional<FingerImage> finger = presented.next().or(source::next);
                if (finger.isPresent()) {
                    return finger;
                }
            }
            Thread.sleep(LOOK);
        }
        return Optional.empty();
    }
}
