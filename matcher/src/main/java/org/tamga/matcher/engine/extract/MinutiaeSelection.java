package org.tamga.matcher.engine.extract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which minutiae are believed: not at the finger's border, not where ridges have no direction, not
 * in crowds; and of too many, the most isolated (limits as in SourceAFIS).
 */
final class MinutiaeSelection {
    /** Most minutiae of one extraction. */
    static final int MOST = 100;

    private static final int BORDER_PIXELS = 12;
    private static final int BEHIND_PIXELS = 10;
    private static final float MIN_COHERENCE = 0.25f;
    private static final int CROWD_RADIUS = 20;
    private static final int CROWD = 4;
    private static final int RANKED_NEIGHBOUR = 5;

    private final Grid grid;
    private final Segmentation finger;
    private final Segmentation inner;
    private final OrientationField orientation;

    MinutiaeSelection(Grid grid, Segmentation finger, OrientationField orientation) {
        this.grid = grid;
        this.finger = finger;
        this.inner = finger.shrunk(BORDER_PIXELS);
        this.orientation = orientation;
    }

    List<Minutia> select(List<Minutia> found) {
        List<Minutia> believed = found.stream().filter(this::isBelieved).toList();
        List<Minutia> apart = believed.stream().filter(m -> !isCrowded(m, believed)).toList();
        if (apart.size() <= MOST) {
            return apart;
        }
        return apart.stream()
                .map(m -> new Ranked(m, isolation(m, apart)))
                .sorted(Comparator.comparingDouble(ranked -> -ranked.isolation()))
                .limit(MOST)
                .map(Ranked::minutia)
                .toList();
    }

    private boolean isBelieved(Minutia m) {
        int behindX = (int) (m.x() - BEHIND_PIXELS * Math.cos(m.direction()));
        int behindY = (int) (m.y() - BEHIND_PIXELS * Math.sin(m.direction()));
        int cell = grid.cellAt(m.x(), m.y());
        return inner.isFinger(cell)
                && finger.isFinger(behindX, behindY)
                && orientation.coherence(cell) >= MIN_COHERENCE;
    }

    private static boolean isCrowded(Minutia m, List<Minutia> all) {
        long near =
                all.stream()
                        .filter(other -> other.distanceSquared(m) <= CROWD_RADIUS * CROWD_RADIUS)
                        .count();
        return near - 1 > CROWD;
    }

    private record Ranked(Minutia minutia, double isolation) {}

    /** Squared distance of the fifth neighbour; 0 without one. The nearest of all is itself. */
    private static double isolation(Minutia m, List<Minutia> all) {
        if (all.size() <= RANKED_NEIGHBOUR) {
            return 0;
        }
        double[] nearest = new double[RANKED_NEIGHBOUR + 1];
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (Minutia other : all) {
            double distance = other.distanceSquared(m);
            for (int rank = RANKED_NEIGHBOUR; rank >= 0 && distance < nearest[rank]; rank--) {
                if (rank < RANKED_NEIGHBOUR) {
                    nearest[rank + 1] = nearest[rank];
                }
                nearest[rank] = distance;
            }
        }
        return nearest[RANKED_NEIGHBOUR];
    }
}
