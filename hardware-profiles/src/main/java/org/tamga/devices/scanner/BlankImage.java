package org.tamga.devices.scanner;

import org.tamga.devices.ports.FingerImage;

/**
 * Tells a sensor that delivers an even picture (black, white, covered, broken) from one that saw
 * anything.
 */
public final class BlankImage {
    /**
     * Standard deviation of grey levels; an empty but working glass already shows more noise and
     * edges.
     */
    private static final double LEAST_DEVIATION = 4;

    private BlankImage() {}

    public static boolean is(FingerImage image) {
        long sum = 0;
        long squares = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int level = image.at(x, y);
                sum += level;
                squares += (long) level * level;
            }
        }
        double count = (double) image.width() * image.height();
        double mean = sum / count;
        return squares / count - mean * mean < LEAST_DEVIATION * LEAST_DEVIATION;
    }
}
