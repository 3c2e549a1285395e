package org.tamga.matcher.face;

import java.util.List;

/**
 * Rotation, uniform scale and translation in the plane: (x, y) → (a·x − b·y + dx, b·x + a·y + dy).
 */
public record Similarity(double a, double b, double dx, double dy) {

    /**
     * The least-squares fit of points to points without reflection (Umeyama 1991, in the plane).
     *
     * @param from at least two, not all in one place
     * @param to as many
     * @throws IllegalArgumentException for other points
     */
    public static Similarity fit(List<FaceBox.Point> from, List<FaceBox.Point> to) {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException(
                    "%d points for %d".formatted(from.size(), to.size()));
        }
        FaceBox.Point source = mean(from);
        FaceBox.Point target = mean(to);
        double spread = 0;
        double dot = 0;
        double cross = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - source.x();
            double y = from.get(i).y() - source.y();
            double u = to.get(i).x() - target.x();
            double v = to.get(i).y() - target.y();
            spread += x * x + y * y;
            dot += x * u + y * v;
            cross += x * v - y * u;
        }
        double a = dot / spread;
        double b = cross / spread;
        if (!Double.isFinite(a) || !Double.isFinite(b) || Math.hypot(a, b) < 1e-6) {
            throw new IllegalArgumentException("the points have no extent");
        }
        return new Similarity(
                a,
                b,
                target.x() - a * source.x() + b * source.y(),
                target.y() - b * source.x() - a * source.y());
    }

    /** Only scale and translation. */
    static Similarity scaling(double scale, double dx, double dy) {
        return new Similarity(scale, 0, dx, dy);
    }

    public double scale() {
        return Math.hypot(a, b);
    }

    public FaceBox.Point apply(FaceBox.Point point) {
        return new FaceBox.Point(
                a * point.x() - b * point.y() + dx, b * point.x() + a * point.y() + dy);
    }

    public Similarity inverse() {
        double square = a * a + b * b;
        double ia = a / square;
        double ib = -b / square;
        return new Similarity(ia, ib, -(ia * dx - ib * dy), -(ib * dx + ia * dy));
    }

    private static FaceBox.Point mean(List<FaceBox.Point> points) {
        return new FaceBox.Point(
                points.stream().mapToDouble(FaceBox.Point::x).average().orElseThrow(),
                points.stream().mapToDouble(FaceBox.Point::y).average().orElseThrow());
    }
}
