package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.matcher.decision.LadderStep;

/** Which button stands out after a presentation. */
enum Advice {
    NEXT_VOTER,
    TRY_AGAIN,
    TYPE_NUMBER;

    static Advice of(Optional<ShownRefusal> refusal) {
        return refusal.map(r -> r.rung().map(Advice::of).orElse(of(r.reason()))).orElse(NEXT_VOTER);
    }

    private static Advice of(LadderStep rung) {
        return switch (rung) {
            case SAME_FINGER, NEXT_FINGER -> TRY_AGAIN;
            case DOCUMENT -> TYPE_NUMBER;
            case FACE, COMMISSION -> NEXT_VOTER;
        };
    }

    private static Advice of(RefusalReason reason) {
        return switch (reason) {
            case INVALID_NUMBER -> TYPE_NUMBER;
            case DEVICE_FAULT, POOR_IMAGE -> TRY_AGAIN;
            default -> NEXT_VOTER;
        };
    }
}
