package org.tamga.station.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.tamga.election.exchange.Refusal;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.vault.StationIdentity;

/**
 * The way to the centre: HTTPS with mutual TLS 1.3. Nothing the server says is believed before its
 * signature is checked. Safe for any number of threads.
 */
public final class CentralClient implements AutoCloseable {
    private final URI central;
    private final byte[] centralPublicKey;
    private final ClientLimits limits;
    private final HttpClient http;

    /**
     * @param central {@code https://host:port}
     * @param centralPublicKey raw Ed25519 key of the centre
     */
    public CentralClient(
            URI central, byte[] centralPublicKey, StationIdentity identity, ClientLimits limits) {
        this.central = central;
        this.centralPublicKey = centralPublicKey.clone();
        this.limits = limits;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .sslContext(CentralTls.context(identity))
                        .sslParameters(CentralTls.parameters())
                        .build();
    }

    /** Offers one item; offering it again gives the same receipt. */
    public Delivery deliver(SignedItem item) {
        HttpRequest request =
                request("/v1/items/" + item.id())
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(item.toBytes()))
                        .build();
        return switch (send(request, limits.answerBytes(), SignedReceipt::read)) {
            case Fetch.Fetched<SignedReceipt>(SignedReceipt receipt) ->
                    receipt.confirms(item, centralPublicKey)
                            ? new Delivery.Delivered(receipt)
                            : new Delivery.Unreachable(SyncFault.RECEIPT_NOT_TRUSTED, "");
            case Fetch.NothingNewer<SignedReceipt> _ ->
                    new Delivery.Unreachable(SyncFault.ANSWER_MALFORMED, "no receipt");
            case Fetch.Unreachable<SignedReceipt>(SyncFault fault, String detail) ->
                    new Delivery.Unreachable(fault, detail);
            case Fetch.RefusedByCentral<SignedReceipt>(String code, String detail) ->
                    new Delivery.RefusedByCentral(code, detail);
        };
    }

    /**
     * The register file that follows, unchecked: open it before use, then ask again.
     *
     * @param held version the terminal holds, 0 for none
     */
    public Fetch<byte[]> register(int held) {
        HttpRequest request = request("/v1/register/" + held).GET().build();
        return send(request, limits.registerBytes(), body -> body);
    }

    /** What the centre's clock shows, to warn of a wrong one; never to order anything. */
    public Fetch<Instant> time() {
        HttpRequest request = request("/v1/time").GET().build();
        return send(
                request,
                limits.answerBytes(),
                body -> CanonicalJson.read(body, CentralTime.class).at());
    }

    private record CentralTime(@JsonProperty("at") Instant at) {}

    private interface Reader<T> {
        T read(byte[] body) throws WireFormatException;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(central.resolve(path)).timeout(limits.exchange());
    }

    private <T> Fetch<T> send(HttpRequest request, int maximum, Reader<T> reader) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maximum));
        try {
            HttpResponse<byte[]> response =
                    exchange.get(limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
            return answer(response, reader);
        } catch (WireFormatException e) {
            return unreachable(SyncFault.ANSWER_MALFORMED, e);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return unreachable(SyncFault.TIMEOUT, e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return unreachable(SyncFault.CUT, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                return unreachable(fault(cause), cause);
            }
            throw new IllegalStateException(e);
        }
    }

    private static <T> Fetch<T> answer(HttpResponse<byte[]> response, Reader<T> reader)
            throws WireFormatException {
        int status = response.statusCode();
        if (status == 200) {
            return new Fetch.Fetched<>(reader.read(response.body()));
        }
        if (status == 204) {
            return new Fetch.NothingNewer<>();
        }
        if (status >= 400 && status < 500) {
            Refusal refusal = CanonicalJson.read(response.body(), Refusal.class);
            return new Fetch.RefusedByCentral<>(refusal.code(), refusal.detail());
        }
        return new Fetch.Unreachable<>(SyncFault.SERVER_FAILED, "HTTP " + status);
    }

    private static SyncFault fault(IOException e) {
        return switch (e) {
            case HttpTimeoutException _ -> SyncFault.TIMEOUT;
            case ConnectException _ -> SyncFault.NO_CONNECTION;
            case SSLException _ -> SyncFault.NOT_TRUSTED;
            // Only the words of BodyHandlers.limiting tell an endless answer from a cut one.
            case IOException _ when String.valueOf(e.getMessage()).contains("exceeds capacity") ->
                    SyncFault.ANSWER_MALFORMED;
            default -> SyncFault.CUT;
        };
    }

    private static <T> Fetch<T> unreachable(SyncFault fault, Throwable cause) {
        return new Fetch.Unreachable<>(fault, String.valueOf(cause.getMessage()));
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
