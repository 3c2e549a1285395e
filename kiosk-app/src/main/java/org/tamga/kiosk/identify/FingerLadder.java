package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.election.checkin.RefusalReason;

/** What the commission does when a voter's finger fails, one rung after another. */
enum FingerLadder {
    /** Place the same finger again. */
    AGAIN,
    /** Present another enrolled finger. */
    NEXT_FINGER,
    /** Type the number of the document, then compare with that person's fingers only. */
    NUMBER,
    /** The machine is at its end: the chair decides. */
    CHAIR;

    /**
     * The rung to climb now; empty when the finger is not what failed.
     *
     * @param failures refusals of the person at the table so far, this one included
     * @param attempts how many failures lead to the next rung
     * @param numbered whether the document's number was given already
     */
    static Optional<FingerLadder> rung(
            RefusalReason reason, int failures, int attempts, boolean numbered) {
        return switch (reason) {
            case POOR_IMAGE -> Optional.of(climbed(failures / attempts, numbered));
            // A good image that matches nothing matches nothing again: another finger at once.
            case NO_MATCH, FINGER_NOT_OF_CLAIMED_PERSON ->
                    Optional.of(climbed((failures + attempts - 1) / attempts, numbered));
            case AMBIGUOUS -> Optional.of(numbered ? NEXT_FINGER : NUMBER);
            case ALREADY_IDENTIFIED_HERE,
                    ALREADY_IDENTIFIED_OTHER_TERMINAL,
                    OTHER_STATION,
                    NOT_ON_LIST,
                    DEVICE_FAULT,
                    STATION_NOT_OPEN,
                    NOT_ELIGIBLE,
                    INVALID_NUMBER,
                    COMMISSION_DECISION_NOT_ALLOWED ->
                    Optional.empty();
        };
    }

    private static FingerLadder climbed(int height, boolean numbered) {
        FingerLadder rung = values()[Math.min(height, CHAIR.ordinal())];
        return rung == NUMBER && numbered ? CHAIR : rung;
    }
}
