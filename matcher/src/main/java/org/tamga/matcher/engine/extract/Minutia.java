package org.tamga.matcher.engine.extract;

/**
 * Where a ridge or a valley ends.
 *
 * @param x pixels at 500 dpi from the left
 * @param y pixels at 500 dpi from the top
 * @param direction radians in [0, 2π), from the end into the line, clockwise from the right
 * @param type whether a ridge ends, or a valley (where ridges meet)
 */
record Minutia(int x, int y, float direction, Type type) {
    /** What a minutia is to the ridges. */
    enum Type {
        ENDING,
        BIFURCATION;

        /** As in {@link org.tamga.matcher.engine.flat.Minutiae}. */
        byte code() {
            return (byte) (this == ENDING ? 'E' : 'B');
        }
    }

    double distanceSquared(Minutia other) {
        double dx = other.x - x;
        double dy = other.y - y;
        return dx * dx + dy * dy;
    }
}
