package org.tamga.kiosk.devices;

import java.time.Duration;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;

/** The camera as the check-in uses it: what becomes of it is told to the desk. */
final class CameraInUse implements Camera {

    private final Camera camera;
    private final DeviceDesk desk;

    CameraInUse(Camera camera, DeviceDesk desk) {
        this.camera = camera;
        this.desk = desk;
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        CameraFrame frame = camera.next(timeout, cancel);
        switch (frame) {
            case CameraFrame.Captured _ -> desk.worked(DeviceClass.CAMERA);
            case CameraFrame.Failed failed -> {
                if (isNews(failed.fault())) {
                    desk.failedInUse(DeviceClass.CAMERA, failed.fault());
                }
            }
        }
        return frame;
    }

    /** A camera that starts needs longer than the check-in waits; one that is gone was told of. */
    private boolean isNews(DeviceFault fault) {
        return switch (fault) {
            case TIMEOUT, CANCELLED, BUSY, NOT_IN_KIT -> false;
            default -> !desk.state(DeviceClass.CAMERA).isAbsent();
        };
    }

    @Override
    public DeviceInfo info() {
        return camera.info();
    }

    @Override
    public Presence presence() {
        return camera.presence();
    }

    @Override
    public void close() {
        camera.close();
    }
}
