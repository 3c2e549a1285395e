package org.tamga.devices.scanner.sbi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** Requests with the interface's own verbs to 127.0.0.1, answers of bounded size. */
final class SbiHttp implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final String SILENT = "the service does not answer";
    private static final String BROKEN = "the answer broke off";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final int mostBytes;

    /**
     * @param mostBytes of an answer's body
     */
    SbiHttp(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * @throws LinkException NOT_FOUND when nobody listens, OFFLINE when nobody answers, CANCELLED,
     *     UNPLUGGED when the answer breaks off, PROTOCOL_ERROR when it is too long or not "200"
     */
    byte[] ask(int port, String verb, String path, byte[] json, Duration time, CancelSignal cancel)
            throws LinkException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(verb, HttpRequest.BodyPublishers.ofByteArray(json))
                        .header("Content-Type", "application/json")
                        .header("EXT", "tamga")
                        .build();
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            HttpResponse<byte[]> response = wait(answer, time, cancel);
            if (response.statusCode() != 200) {
                throw new LinkException(
                        DeviceFault.PROTOCOL_ERROR,
                        "the service answers %s with %d".formatted(verb, response.statusCode()));
            }
            return response.body();
        } finally {
            boolean unused = answer.cancel(true);
        }
    }

    private static HttpResponse<byte[]> wait(
            CompletableFuture<HttpResponse<byte[]>> answer, Duration time, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            try {
                return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancel.isCancelled()) {
                    throw new LinkException(DeviceFault.CANCELLED, "cancelled");
                }
                if (System.nanoTime() >= deadline) {
                    throw new LinkException(DeviceFault.OFFLINE, SILENT);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LinkException(DeviceFault.CANCELLED, "interrupted");
            } catch (ExecutionException e) {
                throw fault(e.getCause());
            }
        }
    }

    /** Whether that is a listener's silence, not what a service says of its scanner. */
    static boolean isSilence(LinkException e) {
        return e.fault() == DeviceFault.OFFLINE && e.detail().equals(SILENT);
    }

    /** Whether that is a listener who says nothing or not all. */
    static boolean isNoAnswer(LinkException e) {
        return isSilence(e) || e.fault() == DeviceFault.UNPLUGGED && e.detail().equals(BROKEN);
    }

    private static LinkException fault(@Nullable Throwable cause) {
        if (cause instanceof ConnectException) {
            return new LinkException(DeviceFault.NOT_FOUND, "nobody listens");
        }
        String words = cause == null ? "" : String.valueOf(cause.getMessage());
        if (cause instanceof IOException && words.contains("capacity")) {
            return new LinkException(DeviceFault.PROTOCOL_ERROR, "the answer is too long");
        }
        return new LinkException(DeviceFault.UNPLUGGED, BROKEN);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
