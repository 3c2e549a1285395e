package org.tamga.kiosk.identify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.checkin.IdentificationRecord;
import org.tamga.matcher.decision.Decision;
import org.tamga.matcher.decision.LadderReason;
import org.tamga.matcher.decision.LadderStep;
import org.tamga.matcher.decision.Progress;
import org.tamga.matcher.decision.StepEvidence;

/**
 * Where the ladder of evidence stands, as the member sees it and the journal keeps it.
 *
 * @param next what to ask for now; empty when the person was found
 * @param step figures of the step just taken
 * @param finger figures of the finger: of the step just taken, or where a face followed those of
 *     the finger that came nearest; empty when no finger was compared
 */
public record Ladder(
        LadderReason reason,
        Optional<LadderStep> next,
        StepEvidence step,
        Optional<StepEvidence> finger) {

    private static final Comparator<StepEvidence> NEAREST =
            Comparator.comparingDouble(step -> step.scoreMilli() / (double) step.thresholdMilli());

    static Ladder of(Progress progress) {
        Optional<LadderStep> next =
                switch (progress.decision()) {
                    case Decision.Decided _ -> Optional.empty();
                    case Decision.Next(LadderStep step, _) -> Optional.of(step);
                    case Decision.Exhausted _ -> Optional.of(LadderStep.COMMISSION);
                };
        List<StepEvidence> steps = progress.transaction().evidence();
        return new Ladder(progress.decision().reason(), next, steps.getLast(), finger(steps));
    }

    /** Where a face follows, the finger that it rests upon. */
    static Optional<StepEvidence> finger(List<StepEvidence> steps) {
        return steps.getLast().method().isFace()
                ? steps.stream().filter(step -> step.method().isFinger()).max(NEAREST)
                : Optional.of(steps.getLast()).filter(step -> step.method().isFinger());
    }

    /** The person found is not the one at the table. */
    Ladder refuted() {
        LadderStep left =
                switch (reason) {
                    case FOUND_BY_FINGER, FOUND_BY_FINGERS, FINGER_CONFIRMED_BY_FACE ->
                            LadderStep.DOCUMENT;
                    default -> LadderStep.COMMISSION;
                };
        return new Ladder(reason, Optional.of(left), step, finger);
    }

    /** What goes into the journal. */
    IdentificationRecord entry() {
        return new IdentificationRecord(
                reason.code(),
                step.isCompared() ? step.method().name() : null,
                step.method().isFace() ? null : step.quality(),
                finger.map(Ladder::figures).orElse(null),
                face());
    }

    private static IdentificationRecord.Finger figures(StepEvidence finger) {
        return new IdentificationRecord.Finger(
                finger.scoreMilli(),
                finger.thresholdMilli(),
                finger.fingers(),
                finger.pairedMinutiae(),
                finger.minutiae(),
                finger.falseMatchRate());
    }

    private IdentificationRecord.@Nullable Face face() {
        return step.method() == StepEvidence.Method.FACE_1_1
                ? new IdentificationRecord.Face(
                        step.scoreMilli(), step.thresholdMilli(), step.falseMatchRate())
                : null;
    }
}
