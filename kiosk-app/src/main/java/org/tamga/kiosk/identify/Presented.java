package org.tamga.kiosk.identify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.election.checkin.Evidence;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.voter.VoterId;

/** What came of a person presenting a finger. Times are nanoseconds for each step that ran. */
public sealed interface Presented {

    Map<Step, Long> nanos();

    /**
     * The finger belongs to a voter who may be admitted; waits for the member's sign-off.
     *
     * @param evidence what {@link CheckInDesk#confirm} hands to the rules
     * @param quality of the finger image, 0..100
     * @param ladder what the finding rests on
     */
    record Matched(
            VoterId voter,
            VoterCard card,
            Evidence evidence,
            int quality,
            Optional<Ladder> ladder,
            Map<Step, Long> nanos)
            implements Presented {}

    /**
     * Refused, and the refusal is in the journal.
     *
     * @param details by the keys that {@link RefusalReason} names
     * @param card the voter where known, to tell who was here before
     * @param ladder what to ask for next; empty when no finger was looked at
     */
    record Refused(
            RefusalReason reason,
            Map<String, String> details,
            Instant at,
            Optional<VoterCard> card,
            Optional<Ladder> ladder,
            Map<Step, Long> nanos)
            implements Presented {}

    /** Nobody placed a finger within the time. Not a refusal. */
    record Nobody(Map<Step, Long> nanos) implements Presented {}

    /** The finger was laid on badly: once more, please. Not a refusal. */
    record TouchAgain(DeviceFault fault, Map<Step, Long> nanos) implements Presented {}

    /** The member cancelled the wait. */
    record Cancelled(Map<Step, Long> nanos) implements Presented {}
}
