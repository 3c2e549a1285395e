package org.tamga.devices.camera;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

/** A camera that OpenCV opens: a V4L2 device, an MJPEG .avi file or numbered pictures. */
final class VideoCamera implements Camera {
    private static final int LARGEST_SIDE = 8_192;

    private final DeviceInfo info;
    private final String source;
    private @Nullable VideoCapture capture;

    /**
     * @param source {@code /dev/videoN}, an .avi file, or a printf-like pattern such as {@code
     *     frames/%04d.png}
     */
    VideoCamera(DeviceInfo info, String source) {
        this.info = info;
        this.source = source;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return isDevice() && !Files.exists(Path.of(source))
                ? new Presence.Absent(DeviceFault.NOT_FOUND, "nothing is attached at " + source)
                : new Presence.Attached();
    }

    /**
     * OpenCV waits by itself for a frame, at most its own ten seconds; a cancellation is heeded
     * between frames.
     */
    @Override
    public synchronized CameraFrame next(Duration timeout, CancelSignal cancel) {
        if (cancel.isCancelled()) {
            return failed(DeviceFault.CANCELLED, "cancelled");
        }
        if (isDevice() && !Files.exists(Path.of(source))) {
            release();
            return failed(DeviceFault.NOT_FOUND, "nothing is attached at " + source);
        }
        try (Mat frame = new Mat()) {
            if (!opened().isOpened()) {
                release();
                return failed(DeviceFault.NOT_FOUND, source + " cannot be opened as a camera");
            }
            if (opened().read(frame)) {
                return picture(frame);
            }
            release();
            // A file or sequence that has come to its end starts again; a device that gives nothing
            // is gone.
            return !isDevice() && opened().read(frame)
                    ? picture(frame)
                    : failed(DeviceFault.UNPLUGGED, source + " gives no picture");
        }
    }

    private boolean isDevice() {
        return source.startsWith("/dev/");
    }

    private VideoCapture opened() {
        if (capture == null) {
            int backend = isDevice() ? opencv_videoio.CAP_V4L2 : opencv_videoio.CAP_ANY;
            capture = new VideoCapture(source, backend);
        }
        return capture;
    }

    private static CameraFrame picture(Mat frame) {
        int width = frame.cols();
        int height = frame.rows();
        if (frame.type() != opencv_core.CV_8UC3 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            return failed(DeviceFault.PROTOCOL_ERROR, "a picture of an unexpected kind");
        }
        byte[] bgr = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            ByteBuffer row = frame.ptr(y).capacity(3L * width).asBuffer();
            row.get(bgr, 3 * width * y, 3 * width);
        }
        return new CameraFrame.Captured(new CameraImage(width, height, bgr));
    }

    private static CameraFrame failed(DeviceFault fault, String detail) {
        return new CameraFrame.Failed(fault, detail);
    }

    private void release() {
        if (capture != null) {
            capture.release();
            capture.close();
            capture = null;
        }
    }

    @Override
    public synchronized void close() {
        release();
    }
}
