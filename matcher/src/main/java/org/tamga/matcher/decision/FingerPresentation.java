package org.tamga.matcher.decision;

import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.Probe;

/**
 * A finger on the glass whose image is good enough to be compared.
 *
 * @param position which finger it is said to be; {@code UNKNOWN} compares with all
 * @param quality of its image, 0–100
 */
public record FingerPresentation(FingerPosition position, Probe probe, int quality) {}
