package org.tamga.devices.camera;

import java.util.Arrays;
import org.tamga.devices.ports.CameraImage;

/** Whether a picture shows anything, judged on every fourth pixel of every fourth row. */
enum Exposure {
    GOOD,
    /** Black but for noise, or without any contrast. */
    DARK,
    /** More than two thirds of it are burnt out. */
    BRIGHT;

    private static final int STEP = 4;
    private static final int BLACK_BELOW = 24;
    private static final int WHITE_FROM = 250;
    private static final double NEARLY_ALL = 0.98;
    private static final double MOST = 2.0 / 3;
    private static final int LEAST_CONTRAST = 4;

    static Exposure of(CameraImage image) {
        byte[] bgr = image.copyOfBgr();
        int black = 0;
        int white = 0;
        int samples = 0;
        int least = 255;
        int most = 0;
        for (int y = 0; y < image.height(); y += STEP) {
            for (int x = 0; x < image.width(); x += STEP) {
                int at = 3 * (y * image.width() + x);
                int blue = bgr[at] & 0xFF;
                int green = bgr[at + 1] & 0xFF;
                int red = bgr[at + 2] & 0xFF;
                int brightest = Math.max(blue, Math.max(green, red));
                int darkest = Math.min(blue, Math.min(green, red));
                black += brightest < BLACK_BELOW ? 1 : 0;
                white += darkest >= WHITE_FROM ? 1 : 0;
                least = Math.min(least, green);
                most = Math.max(most, green);
                samples++;
            }
        }
        Arrays.fill(bgr, (byte) 0);
        if (white > MOST * samples) {
            return BRIGHT;
        }
        return black > NEARLY_ALL * samples || most - least < LEAST_CONTRAST ? DARK : GOOD;
    }
}
