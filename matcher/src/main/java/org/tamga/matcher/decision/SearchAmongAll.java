package org.tamga.matcher.decision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.Identification;
import org.tamga.matcher.Identification.Candidate;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;

/** 1:N with the fingers of a transaction: all of them together, then the newest one alone. */
final class SearchAmongAll {
    private final LadderPolicy policy;
    private final FingerGallery gallery;
    private final Duration elapsed;
    private final BooleanSupplier cancelled;
    private int searches;

    /**
     * @param searches done before in this transaction
     */
    SearchAmongAll(
            LadderPolicy policy,
            FingerGallery gallery,
            Duration elapsed,
            BooleanSupplier cancelled,
            int searches) {
        this.policy = policy;
        this.gallery = gallery;
        this.elapsed = elapsed;
        this.cancelled = cancelled;
        this.searches = searches;
    }

    /**
     * @param quality of the newest finger
     * @param fingers the newest first
     */
    Finding run(int quality, List<PresentedFinger> fingers) {
        Finding together = search(quality, fingers);
        if (fingers.size() == 1
                || !(together instanceof Finding.Near || together instanceof Finding.Nothing)) {
            return together;
        }
        Finding alone = search(quality, fingers.subList(0, 1));
        boolean says = !(alone instanceof Finding.Nothing);
        return says && !(together instanceof Finding.Near && alone instanceof Finding.Near)
                ? alone
                : together;
    }

    /** Searches done in this transaction, these included. */
    int searches() {
        return searches;
    }

    private Finding search(int quality, List<PresentedFinger> fingers) {
        searches++;
        Threshold threshold = threshold(policy.fpirPerMillion(), fingers.size());
        Identification answer = gallery.identify(fingers, threshold, cancelled);
        return switch (answer) {
            case Identification.Identified found ->
                    new Finding.Found(
                            found.subject(),
                            fingers.size(),
                            evidence(quality, fingers, answer, threshold, found.subject()));
            case Identification.Ambiguous several ->
                    new Finding.Several(
                            evidence(
                                    quality,
                                    fingers,
                                    answer,
                                    threshold,
                                    several.subjects().getFirst().subject()));
            case Identification.NoMatch none -> missed(quality, fingers, none, threshold);
        };
    }

    private Finding missed(
            int quality,
            List<PresentedFinger> fingers,
            Identification.NoMatch none,
            Threshold threshold) {
        String subject =
                none.best().filter(best -> best.score() > 0).map(Candidate::subject).orElse("");
        StepEvidence evidence = evidence(quality, fingers, none, threshold, subject);
        double near = gallery.threshold(Near.PER_MILLION, fingers.size()).score();
        if (subject.isEmpty() || none.bestScore() < near) {
            return new Finding.Nothing(evidence);
        }
        double withFace =
                Near.withFace(
                        near,
                        policy.fpirPerMillion(),
                        policy,
                        rate -> threshold(rate, fingers.size()));
        return new Finding.Near(subject, none.bestScore() >= withFace, evidence);
    }

    private Threshold threshold(int fpirPerMillion, int fingers) {
        return gallery.threshold(fpirPerMillion, fingers)
                .forComparisons(Spending.divisor(searches, policy.facesCount() ? 2 : 1));
    }

    private StepEvidence evidence(
            int quality,
            List<PresentedFinger> fingers,
            Identification answer,
            Threshold threshold,
            String subject) {
        MatchExplanation pairs = explain(fingers.getFirst().probe(), gallery.templatesOf(subject));
        return StepEvidence.ofFingers(
                StepEvidence.Method.FINGER_1N,
                quality,
                answer.bestScore(),
                threshold,
                fingers.size(),
                pairs,
                elapsed);
    }

    /** Of the enrolled impression that is most alike. */
    static MatchExplanation explain(Probe probe, List<FingerTemplate> enrolled) {
        return enrolled.stream()
                .max(Comparator.comparingDouble(probe::score))
                .map(probe::explain)
                .orElse(new MatchExplanation(0, 0, probe.template().minutiae(), 0));
    }
}
