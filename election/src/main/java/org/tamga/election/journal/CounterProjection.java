package org.tamga.election.journal;

import java.util.HashMap;
import java.util.Map;

/** Counts event by event. Of several closing statements of one booth the last one counts. */
final class CounterProjection {
    private long registered;
    private final Map<String, Long> identifiedByChannel = new HashMap<>();
    private final Map<String, Long> refused = new HashMap<>();
    private long slipsPrinted;
    private long slipsFailed;
    private long powerLosses;
    private final Map<String, JournalEvent> boothClosings = new HashMap<>();

    void apply(JournalEvent event) {
        switch (event.type()) {
            case REGISTER_IMPORTED -> registered = event.number("voters");
            case CHECKED_IN -> identifiedByChannel.merge(text(event, "channel"), 1L, Long::sum);
            case CHECK_IN_REFUSED -> refused.merge(text(event, "reason"), 1L, Long::sum);
            case SLIP_PRINTED -> slipsPrinted += event.number("copy") == 1 ? 1 : 0;
            case SLIP_FAILED -> slipsFailed++;
            case RESTARTED_AFTER_POWER_LOSS -> powerLosses++;
            case BOOTH_CLOSING_IMPORTED -> boothClosings.put(text(event, "terminal"), event);
            default -> {}
        }
    }

    StationCounters counters() {
        return new StationCounters(
                registered,
                identifiedByChannel.values().stream().mapToLong(Long::longValue).sum(),
                identifiedByChannel.getOrDefault("PAPER", 0L),
                identifiedByChannel.getOrDefault("ONLINE", 0L),
                identifiedByChannel.getOrDefault("MOBILE", 0L),
                refused,
                slipsPrinted,
                slipsFailed,
                powerLosses,
                sum("cast"),
                sum("spoiled"));
    }

    private long sum(String key) {
        return boothClosings.values().stream().mapToLong(event -> event.number(key)).sum();
    }

    private static String text(JournalEvent event, String key) {
        return event.data().getOrDefault(key, "");
    }
}
