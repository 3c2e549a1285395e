package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintMatcher;
import org.tamga.matcher.engine.PairingRecorder;

/**
 * Why a pair scored as it did, without biometric data: fit for a journal.
 *
 * @param score similarity on the SourceAFIS scale
 * @param pairedMinutiae minutiae of the probe that found a partner
 * @param probeMinutiae minutiae of the probe
 * @param candidateMinutiae minutiae of the candidate
 */
public record MatchExplanation(
        double score, int pairedMinutiae, int probeMinutiae, int candidateMinutiae) {

    static MatchExplanation of(FingerprintMatcher matcher, Probe probe, FingerTemplate candidate) {
        PairingRecorder.Pairing pairing = PairingRecorder.record(matcher, candidate.stock());
        return new MatchExplanation(
                pairing.score(),
                pairing.pairs(),
                probe.template().minutiae(),
                candidate.minutiae());
    }

    /** Paired minutiae over those of the poorer print, 0–1. */
    public double pairedFraction() {
        int possible = Math.min(probeMinutiae, candidateMinutiae);
        return possible == 0 ? 0 : Math.min(1.0, (double) pairedMinutiae / possible);
    }

    /** One English line, such as {@code score 81.3, 14 of 24 minutiae paired}. */
    public String describe() {
        return "score %.1f, %d of %d minutiae paired"
                .formatted(score, pairedMinutiae, Math.min(probeMinutiae, candidateMinutiae));
    }
}
