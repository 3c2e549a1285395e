package org.tamga.election.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.election.voter.VoterId;

/** What the rules decide. Nothing is true before the event of the decision is in the journal. */
public sealed interface CheckInDecision {
    /**
     * The voter is admitted.
     *
     * @param slipNumber number of the slip at this terminal, from 1 without gaps
     * @param scoreMilli absent for a decision of the commission
     * @param act only for a decision of the commission
     */
    record Admitted(
            VoterId voter,
            VotingChannel channel,
            long slipNumber,
            IdentificationMethod method,
            ListKind listKind,
            @Nullable Long scoreMilli,
            @Nullable String act)
            implements CheckInDecision {
        /** The data of the event CHECKED_IN. */
        public Map<String, String> eventData() {
            Map<String, String> data = new TreeMap<>();
            data.put("voter", voter.value());
            data.put("channel", channel.name());
            data.put("slip", Long.toString(slipNumber));
            data.put("method", method.name());
            data.put("listKind", listKind.name());
            Optional.ofNullable(scoreMilli)
                    .ifPresent(score -> data.put("scoreMilli", Long.toString(score)));
            Optional.ofNullable(act).ifPresent(number -> data.put("act", number));
            return data;
        }
    }

    /**
     * The person is not admitted.
     *
     * @param voter the voter where the person is known
     * @param details what the message names, by the keys that {@link RefusalReason} lists; instants
     *     in ISO-8601 UTC
     */
    record Refused(RefusalReason reason, @Nullable VoterId voter, Map<String, String> details)
            implements CheckInDecision {
        public Refused {
            details = Map.copyOf(details);
        }

        /** The data of the event CHECK_IN_REFUSED. */
        public Map<String, String> eventData() {
            Map<String, String> data = new TreeMap<>();
            data.put("reason", reason.code());
            Optional.ofNullable(voter).ifPresent(id -> data.put("voter", id.value()));
            return data;
        }
    }
}
