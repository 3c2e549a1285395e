package org.tamga.devices.printer.cups;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** IPP (RFC 8010) over HTTP to this machine's CUPS; answers of bounded size. */
final class IppClient implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 16;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Path DAEMON = Path.of("/usr/sbin/cupsd");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();

    IppPacket ask(URI place, IppPacket request, byte[] document, Duration time)
            throws LinkException {
        return ask(place, request, document, time, new CancelSignal());
    }

    /**
     * @param time for all of the answer: a body that stalls counts as silence too
     * @throws LinkException TIMEOUT when CUPS is silent so long: whoever asks knows whether that is
     *     long enough to call it dead
     */
    IppPacket ask(URI place, IppPacket request, byte[] document, Duration time, CancelSignal cancel)
            throws LinkException {
        HttpRequest post =
                HttpRequest.newBuilder(place)
                        .header("Content-Type", "application/ipp")
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofByteArray(bytes(request)),
                                        HttpRequest.BodyPublishers.ofByteArray(document)))
                        .build();
        var answer =
                client.sendAsync(
                        post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> response = wait(answer, time, cancel);
            return switch (response.statusCode()) {
                case 200 -> parsed(response.body());
                case 401, 403 ->
                        throw new LinkException(
                                DeviceFault.NO_PERMISSION, "CUPS does not let this user print");
                default -> throw wrong("CUPS answers with status " + response.statusCode());
            };
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
                long left = Math.max(1, deadline - System.nanoTime());
                return answer.get(Math.min(LOOK.toNanos(), left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (cancel.isCancelled()) {
                    throw new LinkException(DeviceFault.CANCELLED, "cancelled");
                }
                if (System.nanoTime() >= deadline) {
                    throw new LinkException(DeviceFault.TIMEOUT, "CUPS does not answer");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LinkException(DeviceFault.CANCELLED, "interrupted");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ConnectException
                        ? absent()
                        : wrong("the connection to CUPS broke off");
            }
        }
    }

    private static LinkException absent() {
        return Files.exists(DAEMON)
                ? new LinkException(DeviceFault.OFFLINE, "the print service cups is not running")
                : new LinkException(
                        DeviceFault.DRIVER_MISSING, "the package cups is not installed");
    }

    private static byte[] bytes(IppPacket packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            packet.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** The library answers damage with whatever happens to break inside it. */
    static IppPacket parsed(byte[] bytes) throws LinkException {
        try (var in = new IppInputStream(new ByteArrayInputStream(bytes))) {
            return in.readPacket();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw wrong("CUPS sends no IPP");
        }
    }

    private static LinkException wrong(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
