package org.tamga.devices.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

/**
 * A camera that OpenCV opens: a V4L2 device, an MJPEG .avi file or numbered pictures. Files start
 * again after their end, at the profile's pace.
 */
final class VideoCamera implements Camera {
    private final DeviceInfo info;
    private final String source;
    private final CameraSpec spec;
    private final FramePump pump;

    /**
     * @param source {@code /dev/videoN}, an .avi file, or a printf-like pattern such as {@code
     *     frames/%04d.png}
     */
    VideoCamera(DeviceInfo info, String source, CameraSpec spec) {
        this.info = info;
        this.source = source;
        this.spec = spec;
        this.pump = new FramePump("camera " + source, Capturing::new);
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        try {
            requireThere();
            return new Presence.Attached();
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        }
    }

    private void requireThere() throws LinkException {
        Path place = isDevice() || !source.contains("%") ? Path.of(source) : folder();
        if (!Files.exists(place)) {
            throw new LinkException(DeviceFault.NOT_FOUND, "nothing is attached at " + source);
        }
        if (!Files.isReadable(place)) {
            throw new LinkException(DeviceFault.NO_PERMISSION, "no right to use " + source);
        }
    }

    private Path folder() {
        Path parent = Path.of(source).getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private boolean isDevice() {
        return source.startsWith("/dev/");
    }

    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        return pump.next(timeout, cancel);
    }

    @Override
    public void close() {
        pump.close();
    }

    /** The open device or file; OpenCV waits by itself at most ten seconds for a frame. */
    private final class Capturing implements FramePump.Source {
        private VideoCapture capture;

        Capturing() throws LinkException {
            requireThere();
            capture = opened();
        }

        private VideoCapture opened() throws LinkException {
            int backend = isDevice() ? opencv_videoio.CAP_V4L2 : opencv_videoio.CAP_IMAGES;
            if (!isDevice() && !source.contains("%")) {
                backend = opencv_videoio.CAP_ANY;
            }
            VideoCapture opening = new VideoCapture(source, backend);
            if (!opening.isOpened()) {
                opening.close();
                throw new LinkException(
                        DeviceFault.NOT_FOUND, source + " cannot be opened as a camera");
            }
            if (isDevice()) {
                opening.set(opencv_videoio.CAP_PROP_FRAME_WIDTH, spec.width());
                opening.set(opencv_videoio.CAP_PROP_FRAME_HEIGHT, spec.height());
                opening.set(opencv_videoio.CAP_PROP_FPS, spec.fps());
            }
            return opening;
        }

        /** OpenCV would report the end of every sequence on the console. */
        private boolean atEnd() {
            if (isDevice()) {
                return false;
            }
            double count = capture.get(opencv_videoio.CAP_PROP_FRAME_COUNT);
            return count > 0 && capture.get(opencv_videoio.CAP_PROP_POS_FRAMES) >= count;
        }

        @Override
        public FramePump.Shot next() throws LinkException {
            try (Mat frame = new Mat()) {
                boolean read = !atEnd() && capture.read(frame);
                if (!read && (isDevice() || !startedAgain(frame))) {
                    throw new LinkException(
                            DeviceFault.UNPLUGGED, source + " gives no more pictures");
                }
                if (frame.empty()) {
                    throw new LinkException(DeviceFault.UNPLUGGED, source + " gives no picture");
                }
                CameraFrame picture = Pictures.of(frame, spec);
                keepPace();
                return new Decoded(picture);
            }
        }

        private boolean startedAgain(Mat frame) throws LinkException {
            close();
            try {
                requireThere();
            } catch (LinkException e) {
                throw new LinkException(DeviceFault.UNPLUGGED, e.detail());
            }
            capture = opened();
            return capture.read(frame);
        }

        private void keepPace() {
            if (!isDevice()) {
                try {
                    Thread.sleep(Duration.ofMillis(1_000 / spec.fps()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void interrupt() {
            // Nothing ends a read of V4L2 from outside but its own time limit.
        }

        @Override
        public void close() {
            capture.release();
            capture.close();
        }
    }

    private record Decoded(CameraFrame frame) implements FramePump.Shot {
        @Override
        public Optional<CameraFrame> develop() {
            return Optional.of(frame);
        }

        @Override
        public void discard() {
            if (frame instanceof CameraFrame.Captured captured) {
                captured.image().close();
            }
        }
    }
}
