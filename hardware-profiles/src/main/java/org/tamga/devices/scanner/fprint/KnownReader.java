package org.tamga.devices.scanner.fprint;

import java.io.IOException;

/**
 * A reader as libfprint lists it.
 *
 * @param driver libfprint's name of the driver, e.g. {@code uru4000}
 * @param name words for a person
 * @param usb {@code vvvv:pppp}, empty for virtual devices
 * @param images false when the reader matches on its own chip and never gives an image
 */
public record KnownReader(String driver, String name, String usb, boolean images) {
    String text() {
        return String.join("\t", driver, name, usb, Boolean.toString(images));
    }

    static KnownReader parse(String line) throws IOException {
        String[] fields = line.split("\t", -1);
        if (fields.length != 4) {
            throw new IOException("a device line of %d fields".formatted(fields.length));
        }
        return new KnownReader(fields[0], fields[1], fields[2], Boolean.parseBoolean(fields[3]));
    }
}
