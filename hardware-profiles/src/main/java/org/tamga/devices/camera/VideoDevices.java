package org.tamga.devices.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The video devices that the kernel knows, from {@code /sys/class/video4linux}. */
public final class VideoDevices {
    private static final Path SYSFS = Path.of("/sys");
    private static final int DEEPEST = 12;

    private VideoDevices() {}

    /**
     * @param path e.g. {@code /dev/video0}
     * @param name as the camera tells it
     * @param usb {@code vendor:product} in lower-case hex; empty for cameras on other buses
     */
    public record VideoDevice(String path, String name, Optional<String> usb) {}

    public static List<VideoDevice> attached() {
        return attached(SYSFS);
    }

    /**
     * Capture devices only: the second device of a camera, which gives metadata, is left out.
     *
     * @param sysfs root of the file system that the kernel fills
     */
    public static List<VideoDevice> attached(Path sysfs) {
        Path all = sysfs.resolve("class/video4linux");
        try (Stream<Path> devices = Files.list(all)) {
            return devices.filter(device -> device.getFileName().toString().startsWith("video"))
                    .filter(VideoDevices::captures)
                    .sorted()
                    .map(VideoDevices::describe)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean captures(Path device) {
        return text(device.resolve("index")).map("0"::equals).orElse(true);
    }

    private static VideoDevice describe(Path device) {
        return new VideoDevice(
                "/dev/" + device.getFileName(),
                text(device.resolve("name")).orElse(""),
                usb(device.resolve("device")));
    }

    /** Up from the interface to the USB device that has the two numbers. */
    private static Optional<String> usb(Path link) {
        try {
            Path place = link.toRealPath();
            for (int i = 0; i < DEEPEST && place != null; i++, place = place.getParent()) {
                Optional<String> vendor = text(place.resolve("idVendor"));
                Optional<String> product = text(place.resolve("idProduct"));
                if (vendor.isPresent() && product.isPresent()) {
                    return Optional.of(vendor.get() + ":" + product.get());
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
