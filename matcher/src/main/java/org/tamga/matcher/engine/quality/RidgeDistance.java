package org.tamga.matcher.engine.quality;

import java.util.Comparator;
import java.util.stream.DoubleStream;

/**
 * Distance from ridge to ridge, at the resolution that the image is said to have; measured so that
 * it comes out right, and far from any finger's, when that resolution is not the image's. Waves are
 * looked for between 0.25 and 0.9 mm: what has none there is measured as if its resolution were
 * half or double.
 *
 * @param mm median over the blocks with a clear wave; 0 when there are none
 * @param clearShare these blocks' share of those with ridges, 0–1
 * @param clearPixels area of these blocks
 */
record RidgeDistance(double mm, double clearShare, double clearPixels) {
    /** Shortest and longest median that fingers have; 240 real impressions lay in 0.34–0.56. */
    private static final double SHORTEST_MM = 0.31;

    private static final double LONGEST_MM = 0.62;
    private static final double CLEAR = 0.4;

    boolean isPlausible() {
        return mm >= SHORTEST_MM && mm <= LONGEST_MM;
    }

    private boolean isClear() {
        return clearShare >= CLEAR;
    }

    /** The median distance; 0 where it cannot be told. */
    static double millimetres(FingerBlocks blocks) {
        RidgeDistance own = of(blocks, 1);
        if (own.isClear() && own.isPlausible()) {
            return own.mm();
        }
        RidgeDistance clearest =
                DoubleStream.of(1, 0.5, 2)
                        .mapToObj(scale -> of(FingerBlocks.of(blocks.image().scaled(scale)), scale))
                        .max(Comparator.comparingDouble(RidgeDistance::clearPixels))
                        .orElse(own);
        return clearest.isClear() ? clearest.mm() : 0;
    }

    private static RidgeDistance of(FingerBlocks blocks, double scale) {
        double[] distances =
                blocks.blocks().stream()
                        .filter(RidgeBlock::isClear)
                        .mapToDouble(block -> block.wave().periodMm() * scale)
                        .sorted()
                        .toArray();
        if (distances.length == 0) {
            return new RidgeDistance(0, 0, 0);
        }
        long ridges = blocks.blocks().stream().filter(RidgeBlock::hasRidges).count();
        return new RidgeDistance(
                distances[distances.length / 2],
                (double) distances.length / ridges,
                (double) distances.length * blocks.side() * blocks.side());
    }
}
