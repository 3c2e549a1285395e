package org.tamga.station.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import org.tamga.election.exchange.Receipt;
import org.tamga.election.exchange.Refusal;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.vault.Identities;

/** A real HTTPS server on loopback that asks for client certificates and can misbehave. */
final class TestCentral implements AutoCloseable {
    /** How the server treats the next requests. */
    enum Mood {
        WELL,
        /** Takes the item, then cuts the connection in the middle of the receipt. */
        CUT_IN_THE_ANSWER,
        /** Takes nothing, cuts at once. */
        CUT_BEFORE,
        REFUSE,
        FAIL,
        SILENT,
        ENDLESS,
        NONSENSE,
        FORGED_RECEIPT
    }

    final Ed25519Signer signer = Ed25519Signer.generate();
    final Map<String, SignedReceipt> received = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();
    final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;

    TestCentral(Identities authority, String certifiedAddress)
            throws IOException, GeneralSecurityException {
        server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(authority.server(certifiedAddress)) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                        tls.setNeedClientAuth(true);
                        parameters.setSSLParameters(tls);
                    }
                });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (mood.get()) {
            case WELL -> respond(exchange, 200, content(exchange, body));
            case CUT_IN_THE_ANSWER -> {
                byte[] whole = content(exchange, body);
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                throw new IOException("cut");
            }
            case CUT_BEFORE -> throw new IOException("cut");
            case REFUSE ->
                    respond(exchange, 409, CanonicalJson.write(new Refusal("CN-09", "refused")));
            case FAIL -> respond(exchange, 503, new byte[0]);
            case SILENT -> sleep();
            case ENDLESS -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] block = new byte[65_536];
                for (int i = 0; i < 100_000; i++) {
                    exchange.getResponseBody().write(block);
                }
            }
            case NONSENSE -> respond(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
            case FORGED_RECEIPT ->
                    respond(exchange, 200, receipt(body, Ed25519Signer.generate()).toBytes());
        }
    }

    private byte[] content(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/time")) {
            return "{\"at\":\"2026-11-22T08:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        }
        if (path.startsWith("/v1/register/")) {
            return path.endsWith("/3") ? new byte[0] : new byte[] {1, 2, 3};
        }
        SignedReceipt receipt =
                received.computeIfAbsent(
                        path.substring("/v1/items/".length()), id -> receipt(body, signer));
        return receipt.toBytes();
    }

    private static SignedReceipt receipt(byte[] body, Ed25519Signer signer) {
        try {
            SignedItem item = SignedItem.read(body);
            return SignedReceipt.sign(
                    new Receipt(
                            item.id(), Instant.parse("2026-11-22T20:00:00Z"), item.read().number()),
                    signer);
        } catch (WireFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] content)
            throws IOException {
        boolean nothing = content.length == 0 && status == 200;
        exchange.sendResponseHeaders(
                nothing ? 204 : status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
