package org.tamga.matcher.engine.extract;

/**
 * How an impression is filtered before its minutiae are read off. Two settings that err differently
 * tell more together than one tuned further: see {@code docs/performance-matching.md} for the
 * figures.
 *
 * @param brightened whether grey passes through the {@link org.tamga.matcher.engine.ToneCurve}
 *     first
 * @param normalisationRadius half side of the square in which grey is normalised, pixels
 * @param passes how often orientation is estimated and the image filtered along it
 * @param envelope standard deviation of the filter across the ridges, in ridge periods
 */
public record ExtractionSettings(
        boolean brightened, int normalisationRadius, int passes, double envelope) {
    /** Narrow normalisation, filtered twice: keeps working where ridges are faint or broken. */
    public static final ExtractionSettings FINE = new ExtractionSettings(false, 8, 2, 0.45);

    /** Wide normalisation, filtered once over more ridges: follows the image more closely. */
    public static final ExtractionSettings BROAD = new ExtractionSettings(true, 12, 1, 0.6);
}
