package org.tamga.matcher.engine.flat;

/** The published parameters of the SourceAFIS matcher that concern geometry. */
final class Tolerance {
    /** Edge lengths may differ by this many pixels. */
    static final int LENGTH = 13;

    /** Angles of an edge may differ by this much. */
    static final float ANGLE = (float) Math.toRadians(10);

    /** The same on the other side of the circle. */
    static final float ANGLE_COMPLEMENT = Angles.TWO_PI - ANGLE;

    /** Neighbours of a minutia that an alignment may grow over. */
    static final int NEIGHBOURS = 9;

    private Tolerance() {}

    static boolean angle(float a, float b) {
        float turn = Angles.turn(a, b);
        return turn <= ANGLE || turn >= ANGLE_COMPLEMENT;
    }
}
