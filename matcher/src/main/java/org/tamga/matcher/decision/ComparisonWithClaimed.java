package org.tamga.matcher.decision;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Threshold;

/**
 * 1:1 with the fingers of a transaction: all of them together, then the newest one alone. The sum
 * of several fingers is a search in a gallery of one.
 */
final class ComparisonWithClaimed {
    private final LadderPolicy policy;
    private final Claim claim;
    private final Duration elapsed;
    private int verifications;

    /**
     * @param verifications done before in this transaction
     */
    ComparisonWithClaimed(LadderPolicy policy, Claim claim, Duration elapsed, int verifications) {
        this.policy = policy;
        this.claim = claim;
        this.elapsed = elapsed;
        this.verifications = verifications;
    }

    /**
     * @param fingers of the newest presentation and those that count with it
     */
    Finding run(FingerPresentation newest, List<PresentedFinger> fingers) {
        MatchExplanation pairs =
                SearchAmongAll.explain(
                        newest.probe(),
                        FingerVerifier.comparable(newest.position(), claim.enrolled()).stream()
                                .map(FingerImpression::template)
                                .toList());
        if (fingers.size() == 1 || claim.enrolled().isEmpty()) {
            return alone(newest, pairs);
        }
        Finding together = together(newest, fingers, pairs);
        if (together instanceof Finding.Found) {
            return together;
        }
        Finding alone = alone(newest, pairs);
        return together instanceof Finding.Near && alone instanceof Finding.Nothing
                ? together
                : alone;
    }

    /** Comparisons done in this transaction, these included. */
    int verifications() {
        return verifications;
    }

    private Finding together(
            FingerPresentation newest, List<PresentedFinger> fingers, MatchExplanation pairs) {
        FingerGallery.Builder one = FingerGallery.builder();
        for (FingerImpression impression : claim.enrolled()) {
            one.add(claim.subject(), impression.position().code(), impression.template());
        }
        FingerGallery gallery = one.build();
        return weighed(
                newest,
                fingers.size(),
                pairs,
                perMillion -> gallery.threshold(perMillion, fingers.size()),
                threshold -> gallery.identify(fingers, threshold, () -> false).bestScore());
    }

    private Finding alone(FingerPresentation newest, MatchExplanation pairs) {
        int compared =
                Math.max(1, FingerVerifier.comparable(newest.position(), claim.enrolled()).size());
        return weighed(
                newest,
                1,
                pairs,
                perMillion -> Threshold.verification(perMillion).forComparisons(compared),
                threshold ->
                        FingerVerifier.verify(
                                        newest.probe(),
                                        newest.position(),
                                        claim.enrolled(),
                                        threshold)
                                .score());
    }

    /**
     * @param target the threshold for a rate per million of one comparison
     */
    private Finding weighed(
            FingerPresentation newest,
            int fingers,
            MatchExplanation pairs,
            IntFunction<Threshold> target,
            ToDoubleFunction<Threshold> comparison) {
        verifications++;
        Threshold threshold = spent(target.apply(policy.fmrPerMillion()));
        double score = comparison.applyAsDouble(threshold);
        StepEvidence evidence =
                StepEvidence.ofFingers(
                        StepEvidence.Method.FINGER_1_1,
                        newest.quality(),
                        score,
                        threshold,
                        fingers,
                        pairs,
                        elapsed);
        if (score >= threshold.score()) {
            return new Finding.Found(claim.subject(), fingers, evidence);
        }
        double near = target.apply(Near.PER_MILLION).score();
        return score < near
                ? new Finding.Nothing(evidence)
                : new Finding.Near(
                        claim.subject(),
                        score
                                >= Near.withFace(
                                        near,
                                        policy.fmrPerMillion(),
                                        policy,
                                        rate -> spent(target.apply(rate))),
                        evidence);
    }

    private Threshold spent(Threshold target) {
        return target.forComparisons(Spending.divisor(verifications, policy.facesCount() ? 2 : 1));
    }
}
