package org.tamga.kiosk.identify;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.FingerImage;
import org.tamga.election.checkin.Evidence;
import org.tamga.election.checkin.Person;
import org.tamga.election.voter.VoterId;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Probe;
import org.tamga.matcher.decision.Decision;
import org.tamga.matcher.decision.FingerPresentation;
import org.tamga.matcher.decision.IdentityLadder;
import org.tamga.matcher.decision.LadderReason;
import org.tamga.matcher.decision.LadderStep;
import org.tamga.matcher.decision.Progress;
import org.tamga.matcher.face.FaceComparison;

/**
 * From a finger image to evidence: quality first, then a step of the ladder with everything that
 * the visitor presented before; the face follows by itself where the ladder asks for it.
 */
public final class FingerSearch {

    /**
     * What a finger came to.
     *
     * @param quality of the image, 0..100
     * @param ladder empty when no finger came as far as the ladder
     */
    public record Found(Evidence evidence, int quality, Optional<Ladder> ladder) {}

    private final IdentityLadder ladder;
    private final int qualityFloor;
    private final FaceStep faces;
    private final Function<VoterId, Optional<Person>> persons;

    /**
     * @param ladder over a gallery whose subjects are voter ids
     * @param qualityFloor below it an image is not compared, 0..100
     */
    public FingerSearch(
            IdentityLadder ladder,
            int qualityFloor,
            FaceStep faces,
            Function<VoterId, Optional<Person>> persons) {
        this.ladder = ladder;
        this.qualityFloor = qualityFloor;
        this.faces = faces;
        this.persons = persons;
    }

    /**
     * @param visitor who presents it; goes on with the ladder
     * @param position which finger it is said to be
     * @throws CancellationException when cancelled before a decision; the visitor is as before
     */
    Found search(
            FingerImage finger,
            Visitor visitor,
            FingerPosition position,
            CancelSignal cancel,
            StepTimes times) {
        if (!GrayImage.isPlausible(finger.width(), finger.height(), finger.dpi())) {
            return new Found(new Evidence.DeviceFault("DV-06"), 0, Optional.empty());
        }
        visitor.present();
        try (GrayImage image =
                new GrayImage(
                        finger.width(), finger.height(), finger.dpi(), finger.copyOfPixels())) {
            FingerQuality quality = times.measure(Step.QUALITY, () -> FingerQuality.upright(image));
            if (quality.score() < qualityFloor) {
                Progress progress =
                        withFace(
                                ladder.poorImage(
                                        visitor.transaction(), quality.score(), visitor.elapsed()),
                                visitor,
                                times);
                return found(progress, visitor, quality);
            }
            Probe probe =
                    times.measure(Step.TEMPLATE, () -> Probe.of(FingerTemplate.extract(image)));
            Progress progress =
                    times.measure(
                            Step.MATCH,
                            () ->
                                    ladder.finger(
                                            visitor.transaction(),
                                            new FingerPresentation(
                                                    position, probe, quality.score()),
                                            visitor.elapsed(),
                                            cancel::isCancelled));
            return found(withFace(progress, visitor, times), visitor, quality);
        }
    }

    /** What the finger spent counts whatever becomes of the face. */
    private Progress withFace(Progress progress, Visitor visitor, StepTimes times) {
        visitor.goOn(progress.transaction());
        Optional<String> subject = progress.transaction().faceSubject();
        boolean asked =
                progress.decision() instanceof Decision.Next next && next.step() == LadderStep.FACE;
        if (!asked || subject.isEmpty()) {
            return progress;
        }
        FaceComparison comparison =
                times.measure(Step.FACE, () -> faces.compare(new VoterId(subject.get())));
        return ladder.face(progress.transaction(), comparison, visitor.elapsed());
    }

    private Found found(Progress progress, Visitor visitor, FingerQuality quality) {
        visitor.goOn(progress.transaction());
        Evidence evidence = evidence(progress, quality);
        return new Found(evidence, quality.score(), Optional.of(Ladder.of(progress)));
    }

    private Evidence evidence(Progress progress, FingerQuality quality) {
        return switch (progress.decision()) {
            case Decision.Decided decided ->
                    persons.apply(new VoterId(decided.subject()))
                            .map(person -> found(decided, person))
                            .orElseGet(Evidence.NoMatch::new);
            case Decision.Next(_, LadderReason reason) -> missed(progress, reason, quality);
            case Decision.Exhausted(LadderReason reason, _) -> missed(progress, reason, quality);
        };
    }

    private static Evidence found(Decision.Decided decided, Person person) {
        long score = Ladder.finger(decided.evidence()).orElseThrow().scoreMilli();
        return switch (decided.reason()) {
            case FOUND_BY_FINGER, FOUND_BY_FINGERS -> new Evidence.FoundByFinger(person, score);
            case VERIFIED_BY_FINGER, VERIFIED_BY_FINGERS ->
                    new Evidence.VerifiedByFinger(person, score);
            case FINGER_CONFIRMED_BY_FACE -> new Evidence.ConfirmedByFace(person, score);
            case CLAIM_CONFIRMED_BY_FACE -> new Evidence.VerifiedByFace(person, score);
            case POOR_IMAGE,
                    ALMOST,
                    NOT_FOUND,
                    NOT_OF_CLAIMED,
                    SEVERAL_ALIKE,
                    FACE_CAN_TELL,
                    FINGERS_USED_UP,
                    TIME_USED_UP,
                    FACE_UNDECIDED,
                    FACE_UNLIKE,
                    SAME_AS_BEFORE,
                    NOTHING_LEFT ->
                    throw new IllegalStateException("nobody is found by " + decided.reason());
        };
    }

    private Evidence missed(Progress progress, LadderReason reason, FingerQuality quality) {
        if (quality.score() < qualityFloor) {
            return new Evidence.PoorImage(quality.reasons().stream().map(Enum::name).toList());
        }
        if (reason == LadderReason.SEVERAL_ALIKE) {
            return new Evidence.Ambiguous(2);
        }
        return progress.transaction()
                .claim()
                .flatMap(claim -> persons.apply(new VoterId(claim.subject())))
                .<Evidence>map(Evidence.FingerOfAnother::new)
                .orElseGet(Evidence.NoMatch::new);
    }
}
