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

    /** Smaller areas, in pixels, hold no ridge that could be followed. */
    private static final int SMALLEST_SIDE = 32;

    private MinutiaeExtractor() {}

    /**
     * @param pixels row-major, 0 = black ridge; not changed
     * @return at most {@value MinutiaeSelection#MOST} minutiae, at 500 dpi
     */
    public static Minutiae extract(
            int width, int height, double dpi, byte[] pixels, ExtractionSettings settings) {
        Resampling image = Resampling.to500(width, height, dpi, pixels);
        FingerArea area = FingerArea.of(image.width(), image.height(), image.pixels());
        if (image.pixels() != pixels) {
            Arrays.fill(image.pixels(), (byte) 0);
        }
        if (Math.min(area.width(), area.height()) < SMALLEST_SIDE) {
            return minutiae(image, area, List.of());
        }
        byte[] grey = settings.brightened() ? ToneCurve.apply(area.pixels()) : area.pixels();
        Grid grid = new Grid(area.width(), area.height());
        Minutiae minutiae = minutiae(image, area, found(grey, grid, settings));
        Arrays.fill(grey, (byte) 0);
        area.wipe();
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

    private static Minutiae minutiae(Resampling image, FingerArea area, List<Minutia> found) {
        short[] x = new short[found.size()];
        short[] y = new short[found.size()];
        float[] directions = new float[found.size()];
        byte[] types = new byte[found.size()];
        for (int i = 0; i < types.length; i++) {
            Minutia minutia = found.get(i);
            x[i] = (short) (area.left() + minutia.x());
            y[i] = (short) (area.top() + minutia.y());
            directions[i] = minutia.direction();
            types[i] = minutia.type().code();
        }
        return new Minutiae(image.width(), image.height(), x, y, directions, types).ordered();
    }
}
