package org.tamga.kiosk.identify;

import java.time.Instant;
import java.util.Map;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.election.checkin.VotingChannel;
import org.tamga.election.voter.VoterId;

/** What came of the member's sign-off. */
public sealed interface Confirmed {

    /**
     * The voter is admitted and the event is durable, whatever the printer did.
     *
     * @param slip number of the slip at this terminal
     */
    record Admitted(
            VoterId voter,
            VotingChannel channel,
            long slip,
            int listNumber,
            Instant at,
            PrintResult print,
            Map<Step, Long> nanos)
            implements Confirmed {}

    /** The rules refused after all, e.g. another terminal was quicker. */
    record Refused(RefusalReason reason, Map<String, String> details, Instant at)
            implements Confirmed {}
}
