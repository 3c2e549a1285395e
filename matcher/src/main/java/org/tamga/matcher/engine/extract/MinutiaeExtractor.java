package org.tamga.matcher.engine.extract;

import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.engine.ToneCurve;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * From grey values to minutiae. Works the way of Hong, Wan and Jain (1998) with both ridges and
 * valleys thinned; about 10 ms for a fingertip.
 */
public final class MinutiaeExtractor {
    private static final double GRADIENT_SIGMA = 0.8;

    /** Smaller images, in pixels at 500 dpi, hold no ridge that could be followed. */
    private static final int SMALLEST_SIDE = 32;

    private MinutiaeExtractor() {}

    /**
     * @param pixels row-major, 0 = black ridge; not changed
     * @return at most {@value MinutiaeSelection#MOST} minutiae, at 500 dpi
     */
    public static Minutiae extract(
            int width, int height, double dpi, byte[] pixels, ExtractionSettings settings) {
        Resampling image = Resampling.to500(width, height, dpi, pixels);
        Grid grid = new Grid(image.width(), image.height());
        if (Math.min(grid.width(), grid.height()) < SMALLEST_SIDE) {
            return minutiae(grid, List.of());
        }
        byte[] grey = settings.brightened() ? ToneCurve.apply(image.pixels()) : image.pixels();
        Minutiae minutiae = minutiae(grid, found(grey, grid, settings));
        if (grey != pixels) {
            Arrays.fill(grey, (byte) 0);
        }
        return minutiae;
    }

    private static List<Minutia> found(byte[] grey, Grid grid, ExtractionSettings settings) {
        Normalisation normal = Normalisation.of(grey, grid, settings.normalisationRadius());
        Segmentation finger = Segmentation.of(normal.deviation(), grid);
        float[] smooth =
                Smoothing.gaussian(normal.values(), grid.width(), grid.height(), GRADIENT_SIGMA);
        OrientationField orientation = OrientationField.of(smooth, grid);
        RidgePeriods periods = new RidgePeriods(smooth, grid, finger, orientation);
        ContextualFilter filter = new ContextualFilter(grid, finger, periods, settings.envelope());
        float[] filtered = filter.apply(normal.values(), orientation);
        for (int pass = 1; pass < settings.passes(); pass++) {
            orientation = OrientationField.of(filtered, grid);
            filtered = filter.apply(filtered, orientation);
        }
        List<Minutia> found = new MinutiaeFinder(filtered, grid, finger).find();
        return new MinutiaeSelection(grid, finger, orientation).select(found);
    }

    private static Minutiae minutiae(Grid grid, List<Minutia> found) {
        short[] x = new short[found.size()];
        short[] y = new short[found.size()];
        float[] directions = new float[found.size()];
        byte[] types = new byte[found.size()];
        for (int i = 0; i < types.length; i++) {
            Minutia minutia = found.get(i);
            x[i] = (short) minutia.x();
            y[i] = (short) minutia.y();
            directions[i] = minutia.direction();
            types[i] = minutia.type().code();
        }
        return new Minutiae(grid.width(), grid.height(), x, y, directions, types).ordered();
    }
}
