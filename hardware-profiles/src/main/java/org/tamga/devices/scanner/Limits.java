package org.tamga.devices.scanner;

import java.time.Duration;

/**
 * How long a sensor is waited for.
 *
 * @param answer one answer, and within an image each next piece
 * @param image a whole image, its first byte to its last: however busy a sensor looks, it is given
 *     up then
 */
record Limits(Duration answer, Duration image) {
    /** From now on; by {@link System#nanoTime}. */
    long answerDeadline() {
        return System.nanoTime() + answer.toNanos();
    }

    /** From now on; by {@link System#nanoTime}. */
    long imageDeadline() {
        return System.nanoTime() + image.toNanos();
    }

    /** That of the next piece of an image. */
    long pieceDeadline(long imageDeadline) {
        long piece = answerDeadline();
        return piece - imageDeadline < 0 ? piece : imageDeadline;
    }
}
