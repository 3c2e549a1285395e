package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;

/**
 * Two subjects who may be one person. A suspicion, never a decision.
 *
 * @param a of the batch; of two in the batch the one with the lower id
 * @param b of the batch or the register
 * @param fingers fingers that resemble each other, the most similar first
 */
public record SuspectedPair(String a, String b, List<FingerMatch> fingers) {

    /**
     * The best comparison of two fingers, over all their impressions and both directions.
     *
     * @param a ISO/IEC 19794 position of the finger of {@code a}, 0 unknown
     * @param b of that of {@code b}
     * @param score on the SourceAFIS scale
     */
    public record FingerMatch(int a, int b, double score) {}

    private record Fingers(int a, int b) {}

    public SuspectedPair {
        fingers = List.copyOf(fingers);
    }

    /** Score of one in a thousand comparisons of strangers: fingers below it are no evidence. */
    private static final double EVIDENT = Threshold.identification(1000, 1).score();

    /** The best sum of two different fingers of each; 0 when there are no two of known position. */
    public double sum() {
        double best = 0;
        for (FingerMatch one : fingers) {
            for (FingerMatch other : fingers) {
                if (one.a() != other.a()
                        && one.b() != other.b()
                        && Math.min(one.a(), one.b()) > 0
                        && Math.min(other.a(), other.b()) > 0) {
                    best = Math.max(best, one.score() + other.score());
                }
            }
        }
        return best;
    }

    /** That of the most similar fingers. */
    public double score() {
        return fingers.isEmpty() ? 0 : fingers.getFirst().score();
    }

    /**
     * Compares all impressions of two subjects in both directions: whoever is presented, the
     * outcome is the same.
     */
    static SuspectedPair of(Enrolment a, Enrolment b) {
        Map<Fingers, Double> best = new HashMap<>();
        List<Probe> probesOfB = b.impressions().stream().map(i -> Probe.of(i.template())).toList();
        for (FingerImpression ofA : a.impressions()) {
            Probe probe = Probe.of(ofA.template());
            for (int i = 0; i < probesOfB.size(); i++) {
                FingerImpression ofB = b.impressions().get(i);
                double score =
                        Math.max(
                                probe.score(ofB.template()),
                                probesOfB.get(i).score(ofA.template()));
                best.merge(
                        new Fingers(ofA.position().code(), ofB.position().code()),
                        score,
                        Math::max);
            }
        }
        List<FingerMatch> matches = new ArrayList<>();
        best.forEach(
                (fingers, score) -> {
                    if (score >= EVIDENT) {
                        matches.add(new FingerMatch(fingers.a(), fingers.b(), score));
                    }
                });
        matches.sort(
                Comparator.comparingDouble(FingerMatch::score)
                        .reversed()
                        .thenComparing(FingerMatch::a)
                        .thenComparing(FingerMatch::b));
        return new SuspectedPair(a.subject(), b.subject(), matches);
    }
}
