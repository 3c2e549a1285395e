package org.tamga.devices.scanner.fprint;

import java.util.List;

/**
 * Which of the attached readers is meant.
 *
 * @param usb {@code vendor:product} in lower-case hex, any of them; empty = any
 * @param driver libfprint's name of the driver; empty = any
 * @param socket where a simulated finger connects to libfprint's virtual reader; empty for real
 *     readers
 */
public record ReaderRule(List<String> usb, String driver, String socket) {
    static final String VIRTUAL_DRIVER = "virtual_image";

    public ReaderRule {
        usb = List.copyOf(usb);
    }

    boolean isVirtual() {
        return !socket.isEmpty();
    }
}
