package org.tamga.kiosk.identify;

import java.util.Optional;
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
 * @param number of the step, from 1
 */
public record Ladder(
        LadderReason reason, Optional<LadderStep> next, StepEvidence step, int number) {

    static Ladder of(Progress progress) {
        var steps = progress.transaction().evidence();
        Optional<LadderStep> next =
                switch (progress.decision()) {
                    case Decision.Decided _ -> Optional.empty();
                    case Decision.Next(LadderStep step, _) -> Optional.of(step);
                    case Decision.Exhausted _ -> Optional.of(LadderStep.COMMISSION);
                };
        return new Ladder(progress.decision().reason(), next, steps.getLast(), steps.size());
    }

    /** The person found is not the one at the table. */
    Ladder refuted() {
        return new Ladder(
                reason,
                Optional.of(
                        step.method() == StepEvidence.Method.FINGER_1N
                                ? LadderStep.DOCUMENT
                                : LadderStep.COMMISSION),
                step,
                number);
    }

    /** What goes into the journal. */
    IdentificationRecord entry() {
        return new IdentificationRecord(
                reason.code(),
                number,
                step.quality(),
                step.isCompared() ? comparison() : null,
                step.elapsed().toMillis());
    }

    private IdentificationRecord.Comparison comparison() {
        return new IdentificationRecord.Comparison(
                step.scoreMilli(),
                step.thresholdMilli(),
                step.fingers(),
                step.pairedMinutiae(),
                step.minutiae(),
                step.falseMatchRate());
    }
}
