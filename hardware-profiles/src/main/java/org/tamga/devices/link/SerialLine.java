package org.tamga.devices.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * A serial line and what its profile says of it.
 *
 * @param opener from baud rate to opener
 * @param baud the rate that devices of this make come with
 * @param detectBaud whether other rates are tried where the device is silent at {@code baud}
 * @param answerLimit how long one answer may take
 */
public record SerialLine(
        IntFunction<LinkOpener> opener, int baud, boolean detectBaud, Duration answerLimit) {
    /** A line at a path, e.g. {@code /dev/ttyUSB0}. */
    public static SerialLine at(Path path, int baud, boolean detectBaud, Duration answerLimit) {
        return new SerialLine(rate -> Links.serial(path, rate), baud, detectBaud, answerLimit);
    }
}
