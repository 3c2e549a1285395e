package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.PairingRecorder;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Which minutiae of two prints were taken for the same, in the minutiae set with the most pairs.
 * Biometric data: positions tell a finger. {@link MatchExplanation} is what a journal may keep.
 *
 * @param probe minutiae of the probe, in pixels at 500 dpi
 * @param candidate minutiae of the candidate
 * @param pairs without any minutia twice
 */
record MinutiaPairing(
        double score, Minutiae probe, Minutiae candidate, List<PairingRecorder.Pair> pairs) {

    static MinutiaPairing of(Probe probe, FingerTemplate candidate) {
        List<MinutiaeSet> theirs = candidate.sets();
        List<MinutiaPairing> found = new ArrayList<>();
        double score =
                probe.search()
                        .score(
                                theirs,
                                (ours, other) -> {
                                    found.add(
                                            of(
                                                    probe.template().sets().get(ours).minutiae(),
                                                    theirs.get(other).minutiae()));
                                    return found.getLast().score();
                                });
        Optional<MinutiaPairing> most =
                found.stream().max((a, b) -> Integer.compare(a.pairs.size(), b.pairs.size()));
        return most.map(m -> new MinutiaPairing(score, m.probe, m.candidate, m.pairs))
                .orElseGet(
                        () ->
                                new MinutiaPairing(
                                        score,
                                        probe.template().firstSet(),
                                        candidate.firstSet(),
                                        List.of()));
    }

    private static MinutiaPairing of(Minutiae ours, Minutiae theirs) {
        PairingRecorder.Pairing pairing =
                PairingRecorder.record(
                        new FingerprintMatcher(NativeTemplate.stock(ours)),
                        NativeTemplate.stock(theirs));
        return new MinutiaPairing(pairing.score(), ours, theirs, pairing.pairs());
    }

    MatchExplanation explanation() {
        return new MatchExplanation(score, pairs.size(), probe.count(), candidate.count());
    }

    @Override
    public String toString() {
        return "MinutiaPairing[" + pairs.size() + " pairs]";
    }
}
