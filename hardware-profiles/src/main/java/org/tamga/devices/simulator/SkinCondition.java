package org.tamga.devices.simulator;

import org.tamga.devices.ports.FingerImage;

/** How the finger on the simulated glass is, beyond what its source shows. Deterministic. */
public enum SkinCondition {
    NORMAL,
    /** Ridges run together: every pixel takes the darkest level within 2 pixels. */
    WET,
    /** Ridges break up: only every other 3 × 3 patch prints, the rest is pale. */
    DRY,
    /** Only the lower right third of the finger touches the glass. */
    PARTIAL;

    private static final int WHITE = 255;
    private static final int WET_REACH = 2;
    private static final int DRY_PATCH = 3;

    /** A new image; the given one stays as it is. */
    FingerImage applyTo(FingerImage finger) {
        int width = finger.width();
        byte[] gray = new byte[width * finger.height()];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) level(finger, i % width, i / width);
        }
        return new FingerImage(width, finger.height(), finger.dpi(), gray);
    }

    private int level(FingerImage finger, int x, int y) {
        return switch (this) {
            case NORMAL -> finger.at(x, y);
            case WET -> darkestNear(finger, x, y);
            case DRY -> (x / DRY_PATCH + y / DRY_PATCH) % 2 == 0 ? finger.at(x, y) : WHITE;
            case PARTIAL ->
                    3 * x > 2 * finger.width() && 3 * y > finger.height() ? finger.at(x, y) : WHITE;
        };
    }

    private static int darkestNear(FingerImage finger, int x, int y) {
        int darkest = WHITE;
        for (int dy = -WET_REACH; dy <= WET_REACH; dy++) {
            for (int dx = -WET_REACH; dx <= WET_REACH; dx++) {
                int column = Math.clamp(x + dx, 0, finger.width() - 1);
                int row = Math.clamp(y + dy, 0, finger.height() - 1);
                darkest = Math.min(darkest, finger.at(column, row));
            }
        }
        return darkest;
    }
}
