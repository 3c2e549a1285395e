package org.tamga.matcher.engine.flat;

/** Angles in radians, [0, 2π), in single precision as the algorithm's scores need it. */
final class Angles {
    static final float PI = (float) Math.PI;
    static final float TWO_PI = (float) (2 * Math.PI);
    static final float HALF_PI = (float) (Math.PI / 2);

    private static final float PREVIOUS_OF_PI = Math.nextDown(PI);
    private static final int PI_BITS = Float.floatToRawIntBits(PI);
    private static final int SIGN = 1 << 31;
    private static final int TWO_PI_BITS = Float.floatToRawIntBits(TWO_PI);

    private Angles() {}

    static float sum(float a, float b) {
        float sum = a + b;
        return sum < TWO_PI ? sum : sum - TWO_PI;
    }

    /** The turn from {@code b} to {@code a}, in [0, 2π). */
    static float turn(float a, float b) {
        float turn = a - b;
        int negative = Float.floatToRawIntBits(turn) >> 31;
        return turn + Float.intBitsToFloat(TWO_PI_BITS & negative);
    }

    /** The smaller angle between two directions, in [0, π]. */
    static float between(float a, float b) {
        float apart = Math.abs(a - b);
        return apart <= PI ? apart : TWO_PI - apart;
    }

    static float opposite(float a) {
        int beyond = Float.floatToRawIntBits(PREVIOUS_OF_PI - a) & SIGN;
        return a + Float.intBitsToFloat(PI_BITS | beyond);
    }
}
