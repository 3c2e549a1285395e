package org.tamga.kiosk.identify;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.FingerImage;
import org.tamga.election.checkin.Evidence;
import org.tamga.election.checkin.Person;
import org.tamga.election.definition.Policies;
import org.tamga.election.voter.VoterId;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Identification;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.Verification;

/** From a finger image to evidence: quality first, then 1:1 with a claimed person or 1:N. */
public final class FingerSearch {

    /**
     * @param quality of the image, 0..100
     */
    public record Found(Evidence evidence, int quality) {}

    private final Supplier<FingerGallery> current;
    private final Function<VoterId, Optional<Person>> persons;

    /**
     * @param gallery the one in use now; subjects are voter ids
     */
    public FingerSearch(
            Supplier<FingerGallery> gallery, Function<VoterId, Optional<Person>> persons) {
        this.current = gallery;
        this.persons = persons;
    }

    /**
     * @param claimed whose number was presented; null for finger alone
     */
    Found search(FingerImage finger, @Nullable Person claimed, Policies policies, StepTimes times) {
        if (!GrayImage.isPlausible(finger.width(), finger.height(), finger.dpi())) {
            return new Found(new Evidence.DeviceFault("DV-06"), 0);
        }
        try (GrayImage image =
                new GrayImage(
                        finger.width(), finger.height(), finger.dpi(), finger.copyOfPixels())) {
            FingerQuality quality = times.measure(Step.QUALITY, () -> FingerQuality.of(image));
            if (quality.score() < policies.qualityFloor()) {
                return new Found(
                        new Evidence.PoorImage(quality.reasons().stream().map(Enum::name).toList()),
                        quality.score());
            }
            Probe probe =
                    times.measure(Step.TEMPLATE, () -> Probe.of(FingerTemplate.extract(image)));
            Evidence evidence =
                    times.measure(
                            Step.MATCH,
                            () ->
                                    claimed == null
                                            ? among(probe, policies)
                                            : verified(probe, claimed, policies));
            return new Found(evidence, quality.score());
        }
    }

    private Evidence among(Probe probe, Policies policies) {
        FingerGallery gallery = current.get();
        Threshold threshold =
                Threshold.identification(
                        policies.identificationFpirPerMillion(), gallery.templates());
        return switch (gallery.identify(probe, threshold)) {
            case Identification.Identified found ->
                    persons.apply(new VoterId(found.subject()))
                            .<Evidence>map(p -> new Evidence.FoundByFinger(p, milli(found.score())))
                            .orElseGet(Evidence.NoMatch::new);
            case Identification.NoMatch _ -> new Evidence.NoMatch();
            case Identification.Ambiguous several ->
                    new Evidence.Ambiguous(several.subjects().size());
        };
    }

    private Evidence verified(Probe probe, Person claimed, Policies policies) {
        Verification verification =
                FingerVerifier.verify(
                        probe,
                        current.get().templatesOf(claimed.voter().value()),
                        Threshold.verification(policies.verificationFmrPerMillion()));
        return verification.accepted()
                ? new Evidence.VerifiedByFinger(claimed, milli(verification.score()))
                : new Evidence.FingerOfAnother(claimed);
    }

    private static long milli(double score) {
        return Math.round(score * 1000);
    }
}
