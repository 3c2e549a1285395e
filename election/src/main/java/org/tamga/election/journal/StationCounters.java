package org.tamga.election.journal;

import java.util.List;
import java.util.Map;

/**
 * The counters of a station, nothing but a projection of its journal. The names of the components
 * are what {@code FormLine.counter} may name; see {@link #NAMES}.
 *
 * @param registered voters in the register after the last import
 * @param identified voters admitted, by all channels
 * @param identifiedPaper of them for a paper ballot in the hall
 * @param identifiedOnline of them for the booth
 * @param identifiedMobile of them outside the premises
 * @param refused refusals by reason code
 * @param slipsPrinted slips that left the printer, reprints not counted
 * @param slipsFailed failed attempts to print
 * @param powerLosses restarts after a loss of power
 * @param onlineCast ballots cast according to the booths' closing statements
 * @param onlineSpoiled ballots challenged and so spoiled, likewise
 */
public record StationCounters(
        long registered,
        long identified,
        long identifiedPaper,
        long identifiedOnline,
        long identifiedMobile,
        Map<String, Long> refused,
        long slipsPrinted,
        long slipsFailed,
        long powerLosses,
        long onlineCast,
        long onlineSpoiled) {
    /** The counters that a line of the protocol may name. */
    public static final List<String> NAMES =
            List.of(
                    "registered",
                    "identified",
                    "identifiedPaper",
                    "identifiedOnline",
                    "identifiedMobile",
                    "refused",
                    "slipsPrinted",
                    "slipsFailed",
                    "powerLosses",
                    "onlineCast",
                    "onlineSpoiled");

    public StationCounters {
        refused = Map.copyOf(refused);
    }

    /** Projects the journal of one operator terminal. */
    public static StationCounters of(Iterable<JournalEvent> events) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All counters by name; {@code refused} is the sum over all reasons. */
    public Map<String, Long> byName() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether all counters of the day are 0, as the zero report claims. */
    public boolean isZero() {
        throw new UnsupportedOperationException("not yet");
    }
}
