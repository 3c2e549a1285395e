package org.tamga.matcher;

/**
 * Outcome of 1:1.
 *
 * @param score similarity on the SourceAFIS scale, 0 upwards without bound
 * @param accepted whether the score reaches {@code threshold}
 * @param threshold score that was needed for this number of comparisons
 * @param comparisons template pairs that were compared
 * @param bestTemplate index of the best enrolled template in the given list, −1 when none
 */
public record Verification(
        double score, boolean accepted, double threshold, int comparisons, int bestTemplate) {}
