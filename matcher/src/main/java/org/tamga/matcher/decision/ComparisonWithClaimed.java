package org.tamga.matcher.decision;

import java.time.Duration;
import java.util.List;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.Identification;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.Verification;

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
                        claim.enrolled().stream().map(FingerImpression::template).toList());
        if (fingers.size() > 1 && !claim.enrolled().isEmpty()) {
            Finding together = together(newest, fingers, pairs);
            if (together instanceof Finding.Found) {
                return together;
            }
        }
        return alone(newest, pairs);
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
        Threshold threshold =
                spent(
                        Threshold.identification(
                                policy.fmrPerMillion(), gallery.templates(), fingers.size()));
        Identification answer = gallery.identify(fingers, threshold, () -> false);
        StepEvidence evidence =
                evidence(
                        newest.quality(),
                        answer.bestScore(),
                        threshold.score(),
                        threshold.falseMatchRate(),
                        fingers.size(),
                        pairs);
        return answer instanceof Identification.NoMatch
                ? new Finding.Nothing(evidence)
                : new Finding.Found(claim.subject(), fingers.size(), evidence);
    }

    private Finding alone(FingerPresentation newest, MatchExplanation pairs) {
        Threshold target = spent(Threshold.verification(policy.fmrPerMillion()));
        Verification answer =
                FingerVerifier.verify(newest.probe(), newest.position(), claim.enrolled(), target);
        StepEvidence evidence =
                evidence(
                        newest.quality(),
                        answer.score(),
                        answer.threshold(),
                        target.falseMatchRate() / Math.max(1, answer.comparisons()),
                        1,
                        pairs);
        return answer.accepted()
                ? new Finding.Found(claim.subject(), 1, evidence)
                : new Finding.Nothing(evidence);
    }

    private Threshold spent(Threshold target) {
        verifications++;
        return target.forComparisons(Spending.divisor(verifications, 1));
    }

    private StepEvidence evidence(
            int quality,
            double score,
            double threshold,
            double falseMatchRate,
            int fingers,
            MatchExplanation pairs) {
        return new StepEvidence(
                StepEvidence.Method.FINGER_1_1,
                quality,
                StepEvidence.milli(score),
                StepEvidence.milli(threshold),
                fingers,
                pairs.pairedMinutiae(),
                pairs.possibleMinutiae(),
                falseMatchRate,
                elapsed);
    }
}
