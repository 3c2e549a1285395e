package org.tamga.matcher;

/**
 * Why a pair scored as it did, without biometric data: fit for a journal.
 *
 * @param directedScore similarity on the SourceAFIS scale, mean over the minutiae sets, of the
 *     presented finger searched in the enrolled one; {@link Verification#score()} is the mean of
 *     both directions
 * @param pairedMinutiae minutiae of the probe that found a partner, in the set with the most
 * @param probeMinutiae minutiae of the probe in that set
 * @param candidateMinutiae minutiae of the candidate in that set
 */
public record MatchExplanation(
        double directedScore, int pairedMinutiae, int probeMinutiae, int candidateMinutiae) {

    /** Minutiae of the poorer print: more could not be paired. */
    public int possibleMinutiae() {
        return Math.min(probeMinutiae, candidateMinutiae);
    }

    /** Paired minutiae over those of the poorer print, 0–1. */
    public double pairedFraction() {
        int possible = possibleMinutiae();
        return possible == 0 ? 0 : Math.min(1.0, (double) pairedMinutiae / possible);
    }
}
