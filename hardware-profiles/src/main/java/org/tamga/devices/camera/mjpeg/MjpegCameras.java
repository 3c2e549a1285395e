package org.tamga.devices.camera.mjpeg;

import org.tamga.devices.camera.CameraSpec;
import org.tamga.devices.camera.Cameras;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.DeviceInfo;

/** Network cameras. */
public final class MjpegCameras {
    private MjpegCameras() {}

    /**
     * @param url {@code http://}, a literal address of this machine or of a private network
     */
    public static Camera open(DeviceInfo info, String url, CameraSpec spec) {
        return Cameras.judged(new MjpegCamera(info, url, spec));
    }
}
