package org.tamga.verifier.check;

import java.util.Map;
import java.util.TreeMap;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.JournalLine.Event;

/** The counters of a station, projected from its operator's journal (docs/formats/journal.md). */
public final class Counters {
    private Counters() {}

    /** All counters by name. */
    public static Map<String, Long> of(Iterable<JournalLine> journal) {
        var counters = new TreeMap<String, Long>();
        for (String name :
                new String[] {
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
                    "onlineSpoiled"
                }) {
            counters.put(name, 0L);
        }
        var closings = new TreeMap<String, Event>();
        for (JournalLine line : journal) {
            Event event = line.event();
            switch (event.type()) {
                case "REGISTER_IMPORTED" -> counters.put("registered", event.number("voters"));
                case "CHECKED_IN" -> {
                    add(counters, "identified", 1);
                    add(counters, channel(event.value("channel")), 1);
                }
                case "CHECK_IN_REFUSED" -> add(counters, "refused", 1);
                case "SLIP_PRINTED" ->
                        add(counters, "slipsPrinted", event.number("copy") == 1 ? 1 : 0);
                case "SLIP_FAILED" -> add(counters, "slipsFailed", 1);
                case "RESTARTED_AFTER_POWER_LOSS" -> add(counters, "powerLosses", 1);
                case "BOOTH_CLOSING_IMPORTED" -> closings.put(event.value("terminal"), event);
                default -> {}
            }
        }
        closings.values()
                .forEach(
                        event -> {
                            add(counters, "onlineCast", event.number("cast"));
                            add(counters, "onlineSpoiled", event.number("spoiled"));
                        });
        return counters;
    }

    private static String channel(String channel) {
        return switch (channel) {
            case "ONLINE" -> "identifiedOnline";
            case "MOBILE" -> "identifiedMobile";
            default -> "identifiedPaper";
        };
    }

    private static void add(Map<String, Long> counters, String name, long number) {
        counters.merge(name, number, Long::sum);
    }
}
