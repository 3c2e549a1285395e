package org.tamga.matcher.engine.cylinder;

import org.tamga.matcher.engine.flat.Minutiae;

/** Place and direction of a minutia in one number: x, y and the direction in 1,024 parts. */
final class Pose {
    /** Parts of a full turn; a power of two. */
    static final int TURNS = 1024;

    private static final double PER_RADIAN = TURNS / (2 * Math.PI);

    private Pose() {}

    static long of(Minutiae minutiae, int m) {
        long turn = Math.round(minutiae.direction(m) * PER_RADIAN) & TURNS - 1;
        return (long) minutiae.x(m) << 48 | (minutiae.y(m) & 0xffffL) << 32 | turn;
    }

    /** Pixels. */
    static int x(long pose) {
        return (int) (pose >> 48);
    }

    /** Pixels. */
    static int y(long pose) {
        return (short) (pose >> 32);
    }

    /** 0 to {@link #TURNS}, excluded. */
    static int turn(long pose) {
        return (int) pose;
    }
}
