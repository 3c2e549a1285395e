package org.tamga.matcher.engine.extract;

import java.util.ArrayList;
import java.util.List;
import org.tamga.matcher.engine.extract.Minutia.Type;

/** Reads minutiae off a filtered image: ends of its thinned ridges and of its thinned valleys. */
final class MinutiaeFinder {
    private static final int TRACED_PIXELS = 18;
    private static final int SHORTEST_TRACE = 8;

    private final float[] filtered;
    private final Grid grid;
    private final Segmentation finger;

    MinutiaeFinder(float[] filtered, Grid grid, Segmentation finger) {
        this.filtered = filtered;
        this.grid = grid;
        this.finger = finger;
    }

    List<Minutia> find() {
        List<Minutia> found = new ArrayList<>();
        addEnds(Type.ENDING, found);
        addEnds(Type.BIFURCATION, found);
        return found;
    }

    private void addEnds(Type type, List<Minutia> found) {
        Skeleton skeleton = new Skeleton(pixels(type == Type.ENDING), grid);
        Thinning.thin(skeleton);
        SkeletonCleaning.clean(skeleton);
        for (int pixel : skeleton.pixels()) {
            if (skeleton.isEnding(pixel)) {
                Skeleton.Path path = skeleton.walk(pixel, TRACED_PIXELS);
                if (path.length() >= SHORTEST_TRACE) {
                    found.add(minutia(skeleton, path, type));
                }
            }
        }
    }

    private boolean[] pixels(boolean ridges) {
        boolean[] set = new boolean[filtered.length];
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (finger.isFinger(cell)) {
                int left = cell % grid.columns() * Grid.SIDE;
                int top = cell / grid.columns() * Grid.SIDE;
                for (int y = top; y < Math.min(grid.height(), top + Grid.SIDE); y++) {
                    for (int x = left; x < Math.min(grid.width(), left + Grid.SIDE); x++) {
                        int pixel = y * grid.width() + x;
                        set[pixel] = filtered[pixel] > 0 == ridges;
                    }
                }
            }
        }
        return set;
    }

    private static Minutia minutia(Skeleton skeleton, Skeleton.Path path, Type type) {
        int end = path.pixels()[0];
        int near = path.pixels()[1];
        int far = path.last();
        double angle =
                Math.atan2(skeleton.y(far) - skeleton.y(near), skeleton.x(far) - skeleton.x(near));
        float direction = (float) (angle < 0 ? angle + 2 * Math.PI : angle);
        return new Minutia(
                skeleton.x(end), skeleton.y(end), direction < 2 * Math.PI ? direction : 0, type);
    }
}
