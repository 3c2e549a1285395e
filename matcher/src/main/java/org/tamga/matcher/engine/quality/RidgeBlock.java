package org.tamga.matcher.engine.quality;

/**
 * One square of an image.
 *
 * @param x centre, pixels
 * @param y centre, pixels
 * @param mean grey, 0–255
 * @param deviation standard deviation of grey
 * @param coherence 1 when all gradients share one direction, 0 when they have none in common (Kass
 *     and Witkin 1987; Bazen and Gerez 2002)
 * @param wave what lies across the direction of the ridges
 */
record RidgeBlock(
        double x, double y, double mean, double deviation, double coherence, RidgeWave wave) {
    private static final double MIN_DEVIATION = 12;
    private static final double MIN_COHERENCE = 0.15;
    private static final double READABLE_COHERENCE = 0.3;
    private static final double READABLE_REGULARITY = 0.5;
    private static final double SHORTEST_PERIOD_MM = 0.3;
    private static final double LONGEST_PERIOD_MM = 0.65;

    /** Whether anything at all is seen. */
    boolean isTextured() {
        return deviation >= MIN_DEVIATION;
    }

    /** Whether something with a direction is seen. */
    boolean hasRidges() {
        return isTextured() && coherence >= MIN_COHERENCE;
    }

    /** Whether a regular wave is seen, of whatever period. */
    boolean isClear() {
        return isTextured()
                && coherence >= READABLE_COHERENCE
                && wave.regularity() >= READABLE_REGULARITY;
    }

    /** Whether a minutia could be told here: a regular wave with the period of human ridges. */
    boolean isReadable() {
        return isClear()
                && wave.periodMm() >= SHORTEST_PERIOD_MM
                && wave.periodMm() <= LONGEST_PERIOD_MM;
    }

    static RidgeBlock at(GreyField image, int left, int top, int side) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int value = image.at(x, y);
                sum += value;
                squares += (double) value * value;
            }
        }
        double count = (double) side * side;
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        double x = left + (side - 1) / 2.0;
        double y = top + (side - 1) / 2.0;
        if (deviation < MIN_DEVIATION) {
            return new RidgeBlock(x, y, mean, deviation, 0, RidgeWave.NONE);
        }
        return directed(image, left, top, side, mean, deviation);
    }

    private static RidgeBlock directed(
            GreyField image, int left, int top, int side, double mean, double deviation) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int y = Math.max(1, top); y < Math.min(image.height() - 1, top + side); y++) {
            for (int x = Math.max(1, left); x < Math.min(image.width() - 1, left + side); x++) {
                double gx = image.at(x + 1, y) - image.at(x - 1, y);
                double gy = image.at(x, y + 1) - image.at(x, y - 1);
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
            }
        }
        double energy = xx + yy;
        double coherence = energy == 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / energy;
        double across = Math.atan2(2 * xy, xx - yy) / 2;
        double x = left + (side - 1) / 2.0;
        double y = top + (side - 1) / 2.0;
        RidgeWave wave =
                coherence < MIN_COHERENCE ? RidgeWave.NONE : RidgeWave.across(image, x, y, across);
        return new RidgeBlock(x, y, mean, deviation, coherence, wave);
    }
}
