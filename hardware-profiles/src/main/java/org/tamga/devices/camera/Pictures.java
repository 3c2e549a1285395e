package org.tamga.devices.camera;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.DeviceFault;

/** From OpenCV's matrices to our pictures. */
public final class Pictures {
    private Pictures() {}

    /** Copies a frame; one of another kind than 3 × 8 bits or larger than the profile fails. */
    static CameraFrame of(Mat frame, CameraSpec spec) {
        int width = frame.cols();
        int height = frame.rows();
        if (width > spec.width() || height > spec.height()) {
            return failed(
                    DeviceFault.PROTOCOL_ERROR,
                    "a picture of %d × %d, the profile allows %d × %d"
                            .formatted(width, height, spec.width(), spec.height()));
        }
        if (frame.type() != opencv_core.CV_8UC3 || width < 1 || height < 1) {
            return failed(DeviceFault.PROTOCOL_ERROR, "a picture of an unexpected kind");
        }
        byte[] bgr = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            ByteBuffer row = frame.ptr(y).capacity(3L * width).asBuffer();
            row.get(bgr, 3 * width * y, 3 * width);
        }
        return new CameraFrame.Captured(new CameraImage(width, height, bgr));
    }

    /**
     * Decodes a JPEG picture whose size the caller has checked already: the decoder allocates what
     * the header says.
     */
    public static CameraFrame decode(byte[] jpeg, CameraSpec spec) {
        int flags = opencv_imgcodecs.IMREAD_COLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
        try (BytePointer bytes = new BytePointer(jpeg);
                Mat packed = new Mat(1, jpeg.length, opencv_core.CV_8UC1, bytes);
                Mat picture = opencv_imgcodecs.imdecode(packed, flags)) {
            return picture.empty()
                    ? failed(DeviceFault.PROTOCOL_ERROR, "a picture that cannot be decoded")
                    : of(picture, spec);
        }
    }

    private static CameraFrame failed(DeviceFault fault, String detail) {
        return new CameraFrame.Failed(fault, detail);
    }
}
