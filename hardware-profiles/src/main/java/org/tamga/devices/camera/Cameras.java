package org.tamga.devices.camera;

import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.DeviceInfo;

/** Camera drivers. */
public final class Cameras {
    private Cameras() {}

    /**
     * @param source {@code /dev/videoN}, an MJPEG .avi file, or numbered pictures such as {@code
     *     frames/%04d.png}
     */
    public static Camera video(DeviceInfo info, String source) {
        return new VideoCamera(info, source);
    }
}
