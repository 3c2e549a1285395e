package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.util.Locale;
import org.tamga.devices.ports.DeviceFault;

/**
 * A GError, and what it means for us. Numbers are those of libfprint 2 ({@code fp-device.h}), gusb
 * 0.3 ({@code gusb-device.h}) and GIO ({@code gioenums.h}).
 *
 * @param domain name of the error's quark
 */
record LibraryError(String domain, int code, String message) {
    static final String RETRY = "fp-device-retry-quark";
    static final String DEVICE = "fp-device-error-quark";
    static final String USB = "g-usb-device-error-quark";
    static final String IO = "g-io-error-quark";

    /** What libfprint says when an image holds no ridge at all. */
    private static final String NO_RIDGES = "minutiae detection failed";

    String text() {
        return domain + "\n" + code + "\n" + message.replace('\n', ' ');
    }

    static LibraryError parse(String text) throws IOException {
        String[] lines = text.split("\n", 3);
        if (lines.length != 3) {
            throw new IOException("an error of %d lines".formatted(lines.length));
        }
        return new LibraryError(lines[0], HostFrame.number(lines[1]), lines[2]);
    }

    DeviceFault fault() {
        return switch (domain) {
            case RETRY -> retry();
            case DEVICE -> device();
            case USB -> usb();
            case IO -> io();
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    private DeviceFault retry() {
        boolean noRidges = message.toLowerCase(Locale.ROOT).contains(NO_RIDGES);
        return switch (code) {
            case 0 -> noRidges ? DeviceFault.BLANK_IMAGE : DeviceFault.PLACE_AGAIN;
            case 1 -> DeviceFault.LIFTED_EARLY;
            default -> DeviceFault.PLACE_AGAIN;
        };
    }

    private DeviceFault device() {
        return switch (code) {
            case 4 -> DeviceFault.BUSY;
            case 0x100 -> DeviceFault.UNPLUGGED;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    private DeviceFault usb() {
        return switch (code) {
            case 2 -> DeviceFault.OFFLINE;
            case 4 -> DeviceFault.UNPLUGGED;
            case 7 -> DeviceFault.CANCELLED;
            case 9 -> DeviceFault.NO_PERMISSION;
            case 10 -> DeviceFault.BUSY;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    private DeviceFault io() {
        return switch (code) {
            case 1 -> DeviceFault.NOT_FOUND;
            case 14 -> DeviceFault.NO_PERMISSION;
            case 19 -> DeviceFault.CANCELLED;
            case 24 -> DeviceFault.OFFLINE;
            case 26, 33 -> DeviceFault.BUSY;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    /** One English line: the advice where libfprint gives a hint, else its own words. */
    String detail() {
        if (!domain.equals(RETRY)) {
            return "libfprint: %s (%s %d)".formatted(message, domain, code);
        }
        return switch (fault()) {
            case BLANK_IMAGE -> "libfprint finds no ridge in the image";
            case LIFTED_EARLY -> "the finger left too early, or the swipe was too short";
            default ->
                    switch (code) {
                        case 2 -> "the finger does not lie in the middle";
                        case 3 -> "lift the finger, then place it again";
                        default -> "the reader asks for the finger again";
                    };
        };
    }
}
