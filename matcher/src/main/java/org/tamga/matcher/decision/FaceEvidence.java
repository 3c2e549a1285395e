package org.tamga.matcher.decision;

import java.time.Duration;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.FaceThresholds;

/** What a comparison of faces weighs. */
final class FaceEvidence {
    private FaceEvidence() {}

    /** Only a network that was measured at the policy's rate, or a stricter one, accepts. */
    static boolean accepts(FaceComparison comparison, LadderPolicy policy) {
        return comparison instanceof FaceComparison.Accepted accepted
                && accepted.thresholds().canAccept()
                && accepted.thresholds().fmrPerMillion() > 0
                && accepted.thresholds().fmrPerMillion() <= policy.faceFmrPerMillion();
    }

    static StepEvidence of(FaceComparison comparison, Duration elapsed) {
        return switch (comparison) {
            case FaceComparison.ByNetwork compared -> {
                FaceThresholds thresholds = compared.thresholds();
                yield new StepEvidence(
                        StepEvidence.Method.FACE_1_1,
                        0,
                        StepEvidence.milli(compared.cosine()),
                        thresholds.canAccept() ? StepEvidence.milli(thresholds.accept()) : 0,
                        0,
                        0,
                        0,
                        thresholds.fmrPerMillion() / 1e6,
                        elapsed);
            }
            case FaceComparison.Hint _, FaceComparison.Impossible _ -> StepEvidence.noFace(elapsed);
        };
    }
}
