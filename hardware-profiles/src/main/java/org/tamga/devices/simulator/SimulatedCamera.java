package org.tamga.devices.simulator;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.tamga.devices.camera.Cameras;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;

/** A camera in front of which pictures are held. Until the first one it sees an empty grey room. */
public final class SimulatedCamera implements Camera, OwnDriver, Scene {
    /** As drivers of real cameras, it does not wait for long when there is no picture at all. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;

    private final DeviceInfo info;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.STUCK,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.OVEREXPOSED));
    private volatile BufferedImage scene = even(Color.LIGHT_GRAY);

    public SimulatedCamera(String profile) {
        this.info = new DeviceInfo("simulated-camera", profile, "SIMULATED camera", true);
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        look(TestVisitor.face());
    }

    @Override
    public void look(BufferedImage picture) {
        scene = picture;
    }

    /** Back to the empty room. */
    public void lookAway() {
        scene = even(Color.LIGHT_GRAY);
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        if (cancel.isCancelled()) {
            return new CameraFrame.Failed(DeviceFault.CANCELLED, "cancelled");
        }
        Optional<SimulatedFault> trouble = script.take();
        return trouble.isPresent() ? misbehave(trouble.get(), timeout, cancel) : seen(scene);
    }

    private static CameraFrame misbehave(
            SimulatedFault trouble, Duration timeout, CancelSignal cancel) {
        return switch (trouble) {
            case UNPLUGGED ->
                    new CameraFrame.Failed(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
            case STUCK ->
                    cancel.await(timeout.compareTo(SILENCE) < 0 ? timeout : SILENCE)
                            ? new CameraFrame.Failed(DeviceFault.CANCELLED, "cancelled")
                            : new CameraFrame.Failed(DeviceFault.OFFLINE, "no frame arrived");
            case BLACK_IMAGE -> Cameras.judgedStill(seen(even(Color.BLACK)));
            case OVEREXPOSED -> Cameras.judgedStill(seen(even(Color.WHITE)));
            default -> throw new IllegalStateException(trouble.name());
        };
    }

    private static CameraFrame seen(BufferedImage picture) {
        return new CameraFrame.Captured(CameraImage.of(picture));
    }

    private static BufferedImage even(Color colour) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return image;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
