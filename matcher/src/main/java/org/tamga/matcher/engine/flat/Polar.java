package org.tamga.matcher.engine.flat;

/**
 * Length and direction of a vector between minutiae from a table of one quadrant of 256 × 256
 * pixels; longer vectors are halved until they fit, and their length is correspondingly coarse.
 */
final class Polar {
    private static final int BITS = 8;
    private static final int SIDE = 1 << BITS;
    private static final float[] ANGLE = new float[SIDE * SIDE];
    private static final float[] TURNED = {
        0, Angles.HALF_PI, Angles.PI, Angles.PI + Angles.HALF_PI
    };

    static {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                ANGLE[y * SIDE + x] = (float) Math.atan2(y, x);
            }
        }
    }

    private Polar() {}

    /** Pixels. */
    static int length(int x, int y) {
        int across = Math.abs(x);
        int down = Math.abs(y);
        int halvings = halvings(across | down);
        across >>= halvings;
        down >>= halvings;
        return (int) (Math.sqrt(across * across + down * down) + 0.5) << halvings;
    }

    /** Radians in [0, 2π), y downwards. Without branches, which a processor could only guess. */
    static float angle(int x, int y) {
        int up = y >> 31;
        int along = (x ^ up) - up;
        int off = (y ^ up) - up;
        int left = along >> 31;
        int turnedAlong = (along & ~left) | (off & left);
        int turnedOff = (off & ~left) | (-along & left);
        int halvings = halvings(turnedAlong | turnedOff);
        return ANGLE[(turnedOff >> halvings) * SIDE + (turnedAlong >> halvings)]
                + TURNED[(up & 2) | (left & 1)];
    }

    private static int halvings(int extent) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(extent >>> BITS);
    }
}
