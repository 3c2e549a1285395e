package org.tamga.devices.camera.mjpeg;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.tamga.devices.camera.CameraSpec;
import org.tamga.devices.camera.FramePump;
import org.tamga.devices.link.Inquiry;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

/** A camera that sends Motion JPEG over HTTP. Broken pictures between good ones are passed over. */
final class MjpegCamera implements Camera {
    private static final int PRESENCE_MS = 150;
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final DeviceInfo info;
    private final String url;
    private final FramePump pump;
    private final Inquiry<Presence> presence = new Inquiry<>("camera?", GLANCE, this::look);

    MjpegCamera(DeviceInfo info, String url, CameraSpec spec) {
        this.info = info;
        this.url = url;
        this.pump =
                new FramePump(
                        "camera " + info.id(), () -> MjpegStream.open(CameraAddress.of(url), spec));
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /** A camera's name may be asked of a name service that is silent. */
    @Override
    public Presence presence() {
        return presence.ask()
                .orElseGet(
                        () ->
                                new Presence.Absent(
                                        DeviceFault.NOT_FOUND, "nobody answers at " + url));
    }

    private Presence look() {
        try (Socket socket = new Socket()) {
            CameraAddress address = CameraAddress.of(url);
            socket.connect(new InetSocketAddress(address.host(), address.port()), PRESENCE_MS);
            return new Presence.Attached();
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        } catch (IOException e) {
            return new Presence.Absent(DeviceFault.NOT_FOUND, "nobody answers at " + url);
        }
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        return pump.next(timeout, cancel);
    }

    @Override
    public void close() {
        pump.close();
    }
}
