package org.tamga.matcher.engine;

/**
 * What is measured on a finger image, independent of any judgement.
 *
 * @param fingerAreaMm2 area covered by ridges, square millimetres
 * @param imageWidthMm width of the image
 * @param imageHeightMm height of the image
 * @param contrast grey distance between ridges and valleys within the finger, 0–255
 * @param clarity mean local orientation coherence weighted within the finger, 0–1
 * @param ridgeShare share of the finger's area that is ridge, 0–1 (healthy: about a half)
 * @param offCentreX distance of the finger's centroid from the image's, share of half the width,
 *     0–1
 * @param offCentreY as offCentreX, vertically
 */
public record QualityMeasures(
        double fingerAreaMm2,
        double imageWidthMm,
        double imageHeightMm,
        double contrast,
        double clarity,
        double ridgeShare,
        double offCentreX,
        double offCentreY) {

    /** Measures {@code pixels}, row-major, 0 = black. */
    public static QualityMeasures of(int width, int height, double dpi, byte[] pixels) {
        return new RidgeBlocks(width, height, dpi, pixels).measure();
    }
}
