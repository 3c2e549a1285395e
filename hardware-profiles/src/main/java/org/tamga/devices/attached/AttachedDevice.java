package org.tamga.devices.attached;

import java.util.Optional;

/**
 * Something that is plugged in.
 *
 * @param bus how it is reached
 * @param place what a driver opens, e.g. {@code /dev/ttyUSB0}; empty for USB devices without a
 *     device file of their own kind
 * @param usb {@code vendor:product} in lower-case hex, where it hangs on USB
 * @param driver the kernel's driver behind the device file; empty where there is none
 * @param name what the device or its USB interface calls itself; may be empty
 */
public record AttachedDevice(
        Bus bus, String place, Optional<String> usb, String driver, String name) {

    /** Kinds of device file that devices of a station have. */
    public enum Bus {
        SERIAL,
        PRINTER,
        VIDEO,
        INPUT,
        /** Driven over USB itself: fingerprint and chip readers. */
        USB
    }
}
