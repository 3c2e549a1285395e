package org.tamga.election.journal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
        CounterProjection projection = new CounterProjection();
        events.forEach(projection::apply);
        return projection.counters();
    }

    /** All counters by name, sorted; {@code refused} is the sum over all reasons. */
    public SortedMap<String, Long> byName() {
        SortedMap<String, Long> counters = new TreeMap<>();
        counters.put("registered", registered);
        counters.put("identified", identified);
        counters.put("identifiedPaper", identifiedPaper);
        counters.put("identifiedOnline", identifiedOnline);
        counters.put("identifiedMobile", identifiedMobile);
        counters.put("refused", refused.values().stream().mapToLong(Long::longValue).sum());
        counters.put("slipsPrinted", slipsPrinted);
        counters.put("slipsFailed", slipsFailed);
        counters.put("powerLosses", powerLosses);
        counters.put("onlineCast", onlineCast);
        counters.put("onlineSpoiled", onlineSpoiled);
        return counters;
    }

    /**
     * Whether nobody has been admitted and nothing cast, as the zero report claims. Somebody
     * refused because the station was not open yet does not keep it from opening.
     */
    public boolean isZero() {
        return identified == 0 && slipsPrinted == 0 && onlineCast == 0 && onlineSpoiled == 0;
    }
}
