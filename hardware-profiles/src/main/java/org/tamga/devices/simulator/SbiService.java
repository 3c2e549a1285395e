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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.FingerImage;

/**
 * A scanner service as the MOSIP Secure Biometric Interface describes it, on the first free port of
 * 127.0.0.1:4501–4600, with a provider and keys of its own that last as long as it runs. Of no
 * vendor.
 */
public final class SbiService implements ScriptedSimulator {
    private static final int FIRST_PORT = 4501;
    private static final int LAST_PORT = 4600;
    private static final String SERIAL = "SIMULATED00001";
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration SENSOR = Duration.ofMillis(10);
    private static final Duration SLOWLY = Duration.ofMillis(900);
    private static final Duration JUMP = Duration.ofHours(2);

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
    private final SbiKeys keys = new SbiKeys();
    private @Nullable SbiKeys stranger;
    private final FingerSource source;
    private final boolean old;
    private final FingerQueue presented = new FingerQueue();
    private final Path anchor;
    private final HttpServer server;
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
        keys.writeAnchor(anchor);
        this.server = bound();
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
                        case "DISC" -> json.createArrayNode().add(discovered());
                        case "INFO" -> json.createArrayNode().add(information());
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

    private ObjectNode discovered() {
        ObjectNode device = described();
        device.put(
                "digitalId",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(identity().toString().getBytes(StandardCharsets.UTF_8)));
        return error(device, plays(SimulatedFault.UNPLUGGED) ? "106" : "0");
    }

    private ObjectNode described() {
        ObjectNode device = json.createObjectNode();
        device.put(old ? "deviceId" : "serialNo", SERIAL)
                .put("deviceStatus", plays(SimulatedFault.OFFLINE) ? "Not Ready" : "Ready")
                .put("certification", "SBI 1.0")
                .put("serviceVersion", "1.0")
                .put("callbackId", "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .put("purpose", "Registration");
        device.putArray("deviceSubId").add(0);
        device.putArray("specVersion").add(old ? "0.9.5" : "1.0");
        return device;
    }

    private ObjectNode identity() {
        return json.createObjectNode()
                .put("serialNo", SERIAL)
                .put("make", "Tamga")
                .put("model", "simulated")
                .put("type", "Finger")
                .put("deviceSubType", "Single")
                .put("deviceProvider", "Tamga")
                .put("deviceProviderId", "TAMGA.SIMULATED")
                .put("dateTime", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private ObjectNode information() throws IOException {
        ObjectNode device = described().put("env", "Developer").put("firmware", "1.0");
        device.put("digitalId", signed(identity()));
        return error(json.createObjectNode().put("deviceInfo", signed(device)), "0");
    }

    private String signed(JsonNode payload) throws IOException {
        SbiKeys signer = plays(SimulatedFault.FORGED) ? stranger() : keys;
        return signer.signed(json.writeValueAsBytes(payload));
    }

    private synchronized SbiKeys stranger() {
        SbiKeys known = stranger;
        if (known == null) {
            known = new SbiKeys();
            stranger = known;
        }
        return known;
    }

    private static ObjectNode error(ObjectNode answer, String code) {
        answer.putObject("error").put("errorCode", code).put("errorInfo", "");
        return answer;
    }

    private ObjectNode captured(JsonNode asked) throws IOException, InterruptedException {
        ObjectNode answer = json.createObjectNode();
        ObjectNode first = answer.putArray("biometrics").addObject().put("specVersion", "1.0");
        if (plays(SimulatedFault.UNPLUGGED) || plays(SimulatedFault.OFFLINE)) {
            error(first, plays(SimulatedFault.OFFLINE) ? "104" : "106");
            return answer;
        }
        Optional<FingerImage> finger = awaited(Duration.ofMillis(asked.path("timeout").asInt(0)));
        if (finger.isEmpty()) {
            error(first, "101");
            return answer;
        }
        try (FingerImage image = finger.get()) {
            Thread.sleep(plays(SimulatedFault.SLOW) ? SLOWLY : SENSOR);
            first.put("data", signed(data(asked, record(image))));
            first.put("hash", "");
            error(first, "0");
            return answer;
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

    private byte[] record(FingerImage image) {
        Optional<SimulatedFault> fault = script.standing();
        if (fault.isEmpty()) {
            return FingerRecords.jpeg2000(image);
        }
        return switch (fault.get()) {
            case WRONG_LENGTH -> FingerRecords.cutShort(FingerRecords.jpeg2000(image));
            case HUGE_IMAGE -> FingerRecords.claimingToBeHuge(FingerRecords.jpeg2000(image));
            case PARTIAL_FINGER, WET_FINGER, DRY_FINGER -> worn(image, fault.get());
            case BLACK_IMAGE -> {
                byte[] black = new byte[image.width() * image.height()];
                yield FingerRecords.jpeg2000(
                        new FingerImage(image.width(), image.height(), image.dpi(), black));
            }
            default -> FingerRecords.jpeg2000(image);
        };
    }

    private static byte[] worn(FingerImage image, SimulatedFault fault) {
        try (FingerImage worn = SkinCondition.of(fault).applyTo(image)) {
            return FingerRecords.jpeg2000(worn);
        }
    }

    private ObjectNode data(JsonNode asked, byte[] record) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant told = plays(SimulatedFault.CLOCK_JUMP) ? now.minus(JUMP) : now;
        return json.createObjectNode()
                .put("digitalId", signed(identity()))
                .put("deviceServiceVersion", "1.0")
                .put("bioType", "Finger")
                .put("bioSubType", "UNKNOWN")
                .put("purpose", "Registration")
                .put("env", asked.path("env").asText())
                .put("bioValue", Base64.getUrlEncoder().withoutPadding().encodeToString(record))
                .put("transactionId", asked.path("transactionId").asText())
                .put("timestamp", told.toString())
                .put("requestedScore", "40.0")
                .put("qualityScore", "80.0");
    }
}
