package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.PairingRecorder;

/**
 * Why a pair scored as it did, without biometric data: fit for a journal.
 *
 * @param score similarity on the SourceAFIS scale, mean over the minutiae sets
 * @param pairedMinutiae minutiae of the probe that found a partner, in the set with the most
 * @param probeMinutiae minutiae of the probe
 * @param candidateMinutiae minutiae of the candidate
 */
public record MatchExplanation(
        double score, int pairedMinutiae, int probeMinutiae, int candidateMinutiae) {

    static MatchExplanation of(Probe probe, FingerTemplate candidate) {
        List<MinutiaeSet> theirs = candidate.sets();
        int[] paired = new int[1];
        double score =
                probe.search()
                        .scoreSets(
                                theirs,
                                (ours, other) -> {
                                    PairingRecorder.Pairing pairing =
                                            pairing(
                                                    probe.template().sets().get(ours),
                                                    theirs.get(other));
                                    paired[0] = Math.max(paired[0], pairing.pairs());
                                    return pairing.score();
                                });
        return new MatchExplanation(
                score, paired[0], probe.template().minutiae(), candidate.minutiae());
    }

    private static PairingRecorder.Pairing pairing(MinutiaeSet ours, MinutiaeSet theirs) {
        FingerprintMatcher matcher = new FingerprintMatcher(NativeTemplate.stock(ours.minutiae()));
        return PairingRecorder.record(matcher, NativeTemplate.stock(theirs.minutiae()));
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
