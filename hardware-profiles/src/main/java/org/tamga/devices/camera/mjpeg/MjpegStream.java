package org.tamga.devices.camera.mjpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.devices.camera.CameraSpec;
import org.tamga.devices.camera.FramePump;
import org.tamga.devices.camera.Pictures;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.DeviceFault;

/** An open stream of JPEG pictures. */
final class MjpegStream implements FramePump.Source {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MOST_BROKEN = 30;
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^;\\s\"]{1,200}))");

    private final HttpClient client;
    private final InputStream body;
    private final MultipartFrames frames;
    private final CameraSpec spec;

    private MjpegStream(HttpClient client, InputStream body, String boundary, CameraSpec spec) {
        this.client = client;
        this.body = body;
        this.frames = new MultipartFrames(body, boundary, spec.mostBytesPerFrame());
        this.spec = spec;
    }

    static MjpegStream open(CameraAddress address, CameraSpec spec) throws LinkException {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build();
        try {
            return asked(client, address, spec);
        } catch (LinkException e) {
            client.shutdownNow();
            throw e;
        }
    }

    private static MjpegStream asked(HttpClient client, CameraAddress address, CameraSpec spec)
            throws LinkException {
        HttpRequest request = HttpRequest.newBuilder(address.uri()).timeout(CONNECT).build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            requireOk(response.statusCode());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new MjpegStream(client, response.body(), boundary(type), spec);
        } catch (HttpTimeoutException e) {
            throw new LinkException(DeviceFault.OFFLINE, "the camera does not answer");
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw new LinkException(DeviceFault.NOT_FOUND, "nobody answers at " + address.uri());
        } catch (InterruptedException e) {
            throw new LinkException(DeviceFault.OFFLINE, "the camera does not answer");
        }
    }

    private static void requireOk(int status) throws LinkException {
        switch (status) {
            case 200 -> {}
            case 401, 403 ->
                    throw new LinkException(
                            DeviceFault.NO_PERMISSION, "the camera wants a password");
            case 404 -> throw new LinkException(DeviceFault.NOT_FOUND, "no stream of this name");
            case 503 -> throw new LinkException(DeviceFault.BUSY, "the camera is busy");
            default ->
                    throw new LinkException(
                            DeviceFault.PROTOCOL_ERROR, "the camera answers " + status);
        }
    }

    private static String boundary(String contentType) throws LinkException {
        Matcher matcher = BOUNDARY.matcher(contentType);
        boolean multipart = contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (!multipart || !matcher.find()) {
            throw new LinkException(
                    DeviceFault.PROTOCOL_ERROR, "the camera sends no multipart stream");
        }
        String quoted = matcher.group(1);
        String boundary = quoted == null ? matcher.group(2) : quoted;
        if (boundary.replace("-", "").isBlank()) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the stream has no boundary");
        }
        return boundary;
    }

    @Override
    public FramePump.Shot next() throws LinkException {
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            byte[] jpeg = frames.next();
            Optional<JpegHeader> header = JpegHeader.of(jpeg);
            if (header.isPresent()) {
                requireSize(header.get());
                return new Packed(jpeg, spec);
            }
        }
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "no picture of many is a whole JPEG");
    }

    private void requireSize(JpegHeader header) throws LinkException {
        if (header.width() > spec.width() || header.height() > spec.height()) {
            throw new LinkException(
                    DeviceFault.PROTOCOL_ERROR,
                    "a picture of %d × %d, the profile allows %d × %d"
                            .formatted(
                                    header.width(), header.height(), spec.width(), spec.height()));
        }
    }

    @Override
    public void interrupt() {
        client.shutdownNow();
        close();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
        client.shutdownNow();
    }

    private record Packed(byte[] jpeg, CameraSpec spec) implements FramePump.Shot {
        @Override
        public Optional<CameraFrame> develop() {
            CameraFrame frame = Pictures.decode(jpeg, spec);
            discard();
            boolean broken =
                    frame instanceof CameraFrame.Failed(DeviceFault fault, String detail)
                            && fault == DeviceFault.PROTOCOL_ERROR;
            return broken ? Optional.empty() : Optional.of(frame);
        }

        @Override
        public void discard() {
            Arrays.fill(jpeg, (byte) 0);
        }
    }
}
