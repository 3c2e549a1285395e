package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The USB devices that the kernel lists.
 *
 * @param sysfs usually {@code /sys/bus/usb/devices}
 * @param nodes usually {@code /dev/bus/usb}
 */
record UsbBus(Path sysfs, Path nodes) {
    static final UsbBus SYSTEM =
            new UsbBus(Path.of("/sys/bus/usb/devices"), Path.of("/dev/bus/usb"));

    /**
     * The device node of the first device with one of the ids.
     *
     * @param ids {@code vendor:product} in lower-case hex
     */
    Optional<Path> find(List<String> ids) {
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(sysfs)) {
            for (Path device : devices) {
                String id = text(device, "idVendor") + ":" + text(device, "idProduct");
                if (ids.contains(id)) {
                    return Optional.of(node(device));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path node(Path device) {
        return nodes.resolve(padded(text(device, "busnum")))
                .resolve(padded(text(device, "devnum")));
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 3 - number.length())) + number;
    }

    /** Empty when there is no such file, as with hubs' interfaces or a device that just went. */
    private static String text(Path device, String attribute) {
        try {
            byte[] bytes = Files.readAllBytes(device.resolve(attribute));
            return new String(bytes, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
