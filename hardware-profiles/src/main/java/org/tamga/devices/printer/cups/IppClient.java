package org.tamga.devices.printer.cups;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/** IPP (RFC 8010) over HTTP to this machine's CUPS; answers of bounded size. */
final class IppClient implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 16;
    private static final Path DAEMON = Path.of("/usr/sbin/cupsd");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();

    IppPacket ask(URI place, IppPacket request, byte[] document, Duration time)
            throws LinkException {
        try {
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(place)
                                    .timeout(time)
                                    .header("Content-Type", "application/ipp")
                                    .POST(
                                            HttpRequest.BodyPublishers.concat(
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            bytes(request)),
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            document)))
                                    .build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            return switch (response.statusCode()) {
                case 200 -> parsed(response.body());
                case 401, 403 ->
                        throw new LinkException(
                                DeviceFault.NO_PERMISSION, "CUPS does not let this user print");
                default -> throw wrong("CUPS answers with status " + response.statusCode());
            };
        } catch (ConnectException e) {
            throw absent();
        } catch (HttpTimeoutException e) {
            throw new LinkException(DeviceFault.TIMEOUT, "CUPS does not answer");
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw wrong("the connection to CUPS broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(DeviceFault.CANCELLED, "interrupted");
        }
    }

    private static LinkException absent() {
        return Files.exists(DAEMON)
                ? new LinkException(DeviceFault.OFFLINE, "the print service cups is not running")
                : new LinkException(
                        DeviceFault.DRIVER_MISSING, "the package cups is not installed");
    }

    private static byte[] bytes(IppPacket packet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packet.write(out);
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
