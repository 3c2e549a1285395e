package org.tamga.devices.camera;

import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.DeviceInfo;

/** Camera drivers. All of them report black, over-exposed and frozen pictures. */
public final class Cameras {
    private Cameras() {}

    /**
     * @param source {@code /dev/videoN}, an MJPEG .avi file, or numbered pictures such as {@code
     *     frames/%04d.png}
     */
    public static Camera video(DeviceInfo info, String source, CameraSpec spec) {
        return judged(new VideoCamera(info, source, spec));
    }

    /** The verdict on one picture of a simulated scene: black, over-exposed, or the picture. */
    public static CameraFrame judgedStill(CameraFrame frame) {
        return JudgedCamera.judgedStill(frame);
    }

    /** Any camera, its pictures judged. */
    public static Camera judged(Camera camera) {
        return new JudgedCamera(camera);
    }
}
