package org.tamga.devices.simulator;

import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.FingerSpec;

/**
 * What a sensor of a profile's size and resolution sees of a finger that lies in its middle, in the
 * sensor's own polarity and orientation. A skin's condition is that of what the sensor sees.
 */
record SensorWindow(FingerSpec spec) {
    private static final int WHITE = 255;

    /**
     * Levels as the sensor sends them.
     *
     * @param height rows, 1 or more
     */
    record View(int width, int height, byte[] levels) {}

    View of(FingerImage finger, SkinCondition skin) {
        try (FingerImage seen = scaled(finger);
                FingerImage worn = skin.applyTo(seen)) {
            return turned(worn);
        }
    }

    private FingerImage scaled(FingerImage finger) {
        double scale = spec.dpi() / finger.dpi();
        int width = spec.width();
        int rows = (int) Math.round(finger.height() * scale);
        int height = spec.swiped() ? Math.clamp(rows, 1, spec.height()) : spec.height();
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (x - width / 2.0) / scale + finger.width() / 2.0;
                double down = (y - height / 2.0) / scale + finger.height() / 2.0;
                levels[y * width + x] = (byte) level(finger, across, down);
            }
        }
        return new FingerImage(width, height, spec.dpi(), levels);
    }

    private View turned(FingerImage upright) {
        int width = upright.width();
        int height = upright.height();
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = spec.mirrored() ? width - 1 - x : x;
                int row = spec.upsideDown() ? height - 1 - y : y;
                int level = upright.at(column, row);
                levels[y * width + x] = (byte) (spec.inverted() ? WHITE - level : level);
            }
        }
        return new View(width, height, levels);
    }

    /** Between four pixels; white beside the finger. */
    private static int level(FingerImage finger, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        double upper = at(finger, left, top) * (1 - right) + at(finger, left + 1, top) * right;
        double lower =
                at(finger, left, top + 1) * (1 - right) + at(finger, left + 1, top + 1) * right;
        return (int) Math.round(upper * (1 - below) + lower * below);
    }

    private static int at(FingerImage finger, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < finger.width() && y < finger.height();
        return inside ? finger.at(x, y) : WHITE;
    }

    /** A covered sensor. */
    View black() {
        return new View(spec.width(), spec.height(), new byte[spec.width() * spec.height()]);
    }

    /** The view twice, side by side: wider than the profile allows. */
    static View doubled(View view) {
        int width = 2 * view.width();
        byte[] levels = new byte[width * view.height()];
        for (int y = 0; y < view.height(); y++) {
            int from = y * view.width();
            System.arraycopy(view.levels(), from, levels, 2 * from, view.width());
            System.arraycopy(view.levels(), from, levels, 2 * from + view.width(), view.width());
        }
        return new View(width, view.height(), levels);
    }
}
