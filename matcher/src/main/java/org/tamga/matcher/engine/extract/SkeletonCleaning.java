package org.tamga.matcher.engine.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Removes what thinning leaves of noise: dots, spurs, short fragments, and breaks that two facing
 * endings betray (rules as in Maltoni et al., Handbook of Fingerprint Recognition 2009, 3.7).
 * Bridges and holes of ridges are breaks and fragments of valleys, so they fall to the same rules.
 */
final class SkeletonCleaning {
    private static final int SHORTEST_SPUR = 14;
    private static final int SHORTEST_FRAGMENT = 18;
    private static final int WIDEST_BREAK = 9;
    private static final int TOUCHING = 3;
    private static final double FACING_COSINE = Math.cos(Math.toRadians(40));
    private static final int DIRECTION_PIXELS = 12;
    private static final int ROUNDS = 3;

    private final Skeleton skeleton;

    private SkeletonCleaning(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    static void clean(Skeleton skeleton) {
        SkeletonCleaning cleaning = new SkeletonCleaning(skeleton);
        cleaning.removeShort(false);
        cleaning.joinBreaks();
        for (int round = 1; round < ROUNDS; round++) {
            cleaning.removeShort(true);
        }
    }

    /**
     * @param fragments whether lines between two endings go too; not before breaks are joined
     */
    private void removeShort(boolean fragments) {
        for (int pixel : skeleton.pixels()) {
            if (skeleton.isDot(pixel)) {
                skeleton.clear(pixel);
            } else if (skeleton.isEnding(pixel)) {
                Skeleton.Path path =
                        skeleton.walk(pixel, Math.max(SHORTEST_SPUR, SHORTEST_FRAGMENT));
                boolean noise =
                        switch (path.end()) {
                            case OPEN -> false;
                            case ENDING -> fragments && path.length() < SHORTEST_FRAGMENT;
                            case JUNCTION -> path.length() < SHORTEST_SPUR;
                        };
                if (noise) {
                    for (int member : path.pixels()) {
                        skeleton.clear(member);
                    }
                }
            }
        }
    }

    /** An ending with the direction in which the line would go on. */
    private record Ending(int pixel, int x, int y, double dx, double dy) {}

    private record Break(int from, int to, double length) {}

    private void joinBreaks() {
        List<Ending> endings = endings();
        List<Break> breaks = new ArrayList<>();
        for (int i = 0; i < endings.size(); i++) {
            for (int j = i + 1; j < endings.size(); j++) {
                Ending a = endings.get(i);
                Ending b = endings.get(j);
                if (Math.abs(b.x - a.x) > WIDEST_BREAK || Math.abs(b.y - a.y) > WIDEST_BREAK) {
                    continue;
                }
                double length = Math.hypot(b.x - a.x, b.y - a.y);
                if (length <= WIDEST_BREAK && face(a, b, length)) {
                    breaks.add(new Break(i, j, length));
                }
            }
        }
        breaks.sort(Comparator.comparingDouble(Break::length));
        boolean[] joined = new boolean[endings.size()];
        for (Break gap : breaks) {
            if (!joined[gap.from] && !joined[gap.to]) {
                joined[gap.from] = true;
                joined[gap.to] = true;
                draw(endings.get(gap.from), endings.get(gap.to));
            }
        }
    }

    private List<Ending> endings() {
        List<Ending> endings = new ArrayList<>();
        for (int pixel : skeleton.pixels()) {
            if (skeleton.isEnding(pixel)) {
                Skeleton.Path path = skeleton.walk(pixel, DIRECTION_PIXELS);
                int x = skeleton.x(pixel);
                int y = skeleton.y(pixel);
                double dx = x - skeleton.x(path.last());
                double dy = y - skeleton.y(path.last());
                double length = Math.hypot(dx, dy);
                if (path.length() >= 4 && length > 0) {
                    endings.add(new Ending(pixel, x, y, dx / length, dy / length));
                }
            }
        }
        return endings;
    }

    private static boolean face(Ending a, Ending b, double length) {
        double dx = (b.x - a.x) / length;
        double dy = (b.y - a.y) / length;
        boolean aligned =
                a.dx * dx + a.dy * dy >= FACING_COSINE && -b.dx * dx - b.dy * dy >= FACING_COSINE;
        return (length <= TOUCHING || aligned) && a.dx * b.dx + a.dy * b.dy <= -FACING_COSINE;
    }

    private void draw(Ending a, Ending b) {
        int steps = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
        for (int k = 1; k < steps; k++) {
            int dx = (int) Math.round((double) (b.x - a.x) * k / steps);
            int dy = (int) Math.round((double) (b.y - a.y) * k / steps);
            skeleton.set(a.x + dx, a.y + dy);
        }
    }
}
