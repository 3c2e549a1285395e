package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Place and direction of a minutia in one number: x and y up to {@value #SIDE} pixels, and the
 * direction in 1,024 parts. Farther minutiae are taken to lie there: a fingertip is 500 pixels
 * high.
 */
final class Pose {
    /** Parts of a full turn; a power of two. */
    static final int TURNS = 1024;

    private static final int SIDE = 2047;
    private static final double PER_RADIAN = TURNS / (2 * Math.PI);

    private Pose() {}

    static int of(Minutiae minutiae, int m) {
        int x = Math.clamp(minutiae.x(m), 0, SIDE);
        int y = Math.clamp(minutiae.y(m), 0, SIDE);
        int turn = (int) Math.round(minutiae.direction(m) * PER_RADIAN) & TURNS - 1;
        return x << 21 | y << 10 | turn;
    }

    /** Pixels. */
    static int x(int pose) {
        return pose >>> 21;
    }

    /** Pixels. */
    static int y(int pose) {
        return pose >>> 10 & SIDE;
    }

    /** 0 to {@link #TURNS}, excluded. */
    static int turn(int pose) {
        return pose & TURNS - 1;
    }
}
