package org.tamga.devices.simulator;

import org.tamga.devices.ports.FingerImage;

/** How the finger on the simulated glass is, beyond what its source shows. Deterministic. */
public enum SkinCondition {
    NORMAL,
    /** Ridges run together: every pixel takes the darkest level within 2 pixels. */
    WET,
    /** A film of water lies between finger and glass: the ridges drown in the sensor's noise. */
    SOAKED,
    /** Ridges break up: only every other 3 × 3 patch prints, the rest is pale. */
    DRY,
    /** Only the lower right third of the finger touches the glass. */
    PARTIAL;

    private static final int WHITE = 255;
    private static final int WET_REACH = 2;
    private static final int DRY_PATCH = 3;
    private static final int WATER = 134;
    private static final int RIDGES_LEFT = 16;
    private static final int NOISE_BITS = 6;

    /**
     * The finger that a fault lays on the glass.
     *
     * @throws IllegalArgumentException when the fault is not one of the finger's
     */
    public static SkinCondition of(SimulatedFault fault) {
        return switch (fault) {
            case WET_FINGER -> WET;
            case DRY_FINGER -> DRY;
            case PARTIAL_FINGER -> PARTIAL;
            default -> throw new IllegalArgumentException(fault.name());
        };
    }

    /** A new image; the given one stays as it is. */
    public FingerImage applyTo(FingerImage finger) {
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
            case SOAKED -> WATER + finger.at(x, y) / RIDGES_LEFT + noise(x, y);
            case DRY -> (x / DRY_PATCH + y / DRY_PATCH) % 2 == 0 ? finger.at(x, y) : WHITE;
            case PARTIAL ->
                    3 * x > 2 * finger.width() && 3 * y > finger.height() ? finger.at(x, y) : WHITE;
        };
    }

    /** 0 to 63, the same at the same place. */
    private static int noise(int x, int y) {
        long mixed = (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> (Long.SIZE - NOISE_BITS));
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
