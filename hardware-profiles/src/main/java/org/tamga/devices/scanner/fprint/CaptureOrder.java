package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What the driver process shall do: wait for a finger on the first device of this rule.
 *
 * @param driver libfprint's name of the driver; empty = any
 * @param usb {@code vvvv:pppp} in lower case; empty = any
 * @param width the exact width of an image, pixels
 * @param height the exact height, or the largest when {@code heightVaries}
 */
record CaptureOrder(String driver, List<String> usb, int width, int height, boolean heightVaries) {
    String text() {
        return String.join(
                "\n",
                driver,
                String.join(",", usb),
                Integer.toString(width),
                Integer.toString(height),
                Boolean.toString(heightVaries));
    }

    static CaptureOrder parse(String text) throws IOException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5) {
            throw new IOException("an order of %d lines".formatted(lines.length));
        }
        List<String> usb = Arrays.stream(lines[1].split(",")).filter(id -> !id.isEmpty()).toList();
        return new CaptureOrder(
                lines[0],
                usb,
                HostFrame.number(lines[2]),
                HostFrame.number(lines[3]),
                Boolean.parseBoolean(lines[4]));
    }

    /** Whether the library's device is meant; a device that does not tell its USB id may be. */
    boolean means(KnownReader device) {
        return (driver.isEmpty() || driver.equals(device.driver()))
                && (usb.isEmpty() || device.usb().isEmpty() || usb.contains(device.usb()));
    }

    boolean allows(int imageWidth, int imageHeight) {
        return imageWidth == width
                && (heightVaries
                        ? imageHeight > 0 && imageHeight <= height
                        : imageHeight == height);
    }
}
