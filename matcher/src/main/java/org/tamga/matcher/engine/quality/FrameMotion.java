package org.tamga.matcher.engine.quality;

/**
 * How far the finger moved between two frames of a live scanner: the shift under which the frames
 * differ least, tried out over a grid of points in the middle of the image.
 *
 * @param distanceMm length of that shift
 * @param found whether one shift explains the frames clearly better than most others; if not, the
 *     finger moved further than can be followed, turned or rolled, or is being lifted
 */
public record FrameMotion(double distanceMm, boolean found) {
    private static final double REACH_MM = 0.6;
    private static final double POINT_STEP_MM = 0.25;

    /** Of the difference that a wrong shift leaves, the right one leaves at most this share. */
    private static final double CLEARLY_BETTER = 0.4;

    /**
     * Frames of one size and resolution.
     *
     * @throws IllegalArgumentException when the sizes differ
     */
    public static FrameMotion between(
            int width, int height, double dpi, byte[] before, byte[] after) {
        if (before.length != width * height || after.length != width * height) {
            throw new IllegalArgumentException("frames of different size");
        }
        GreyField first = new GreyField(width, height, dpi, before);
        GreyField second = new GreyField(width, height, dpi, after);
        int reach = (int) Math.max(1, Math.round(REACH_MM * first.pixelsPerMm()));
        int step = (int) Math.max(1, Math.round(POINT_STEP_MM * first.pixelsPerMm()));
        if (Math.min(width, height) <= 2 * (reach + step)) {
            return new FrameMotion(0, false);
        }
        return best(first, second, reach, step);
    }

    private static FrameMotion best(GreyField first, GreyField second, int reach, int step) {
        double least = Double.MAX_VALUE;
        double sum = 0;
        double distance = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double difference = difference(first, second, dx, dy, reach, step);
                sum += difference;
                double length = Math.hypot(dx, dy);
                if (difference < least || difference == least && length < distance) {
                    least = difference;
                    distance = length;
                }
            }
        }
        double usual = sum / ((2.0 * reach + 1) * (2.0 * reach + 1));
        boolean found = least < CLEARLY_BETTER * usual && distance < reach;
        return new FrameMotion(distance / first.pixelsPerMm(), found);
    }

    private static double difference(
            GreyField first, GreyField second, int dx, int dy, int reach, int step) {
        long sum = 0;
        for (int y = reach; y < first.height() - reach; y += step) {
            for (int x = reach; x < first.width() - reach; x += step) {
                sum += Math.abs(first.at(x, y) - second.at(x + dx, y + dy));
            }
        }
        return sum;
    }
}
