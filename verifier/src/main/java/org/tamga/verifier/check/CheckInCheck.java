package org.tamga.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.JournalLine.Event;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;

/**
 * What the rules of check-in leave visible in an operator's journal: nobody twice, slips without
 * gaps, only while the station was open, by no face where none counts, and totals that agree with
 * the events.
 */
public final class CheckInCheck {
    private static final Set<String> BY_FACE = Set.of("FINGER_AND_FACE", "FACE_1_1");

    private final Findings findings;
    private final boolean facesCount;
    private final Map<String, String> voters = new HashMap<>();

    /**
     * For one station; give it the journals of all its operator terminals.
     *
     * @param facesCount whether the package lets a face confirm a voter
     */
    public CheckInCheck(Findings findings, boolean facesCount) {
        this.findings = findings;
        this.facesCount = facesCount;
    }

    /**
     * Checks one operator's journal.
     *
     * @param name path of the journal in the record
     */
    public void run(String name, List<JournalLine> journal) {
        boolean open = false;
        long slips = 0;
        for (int i = 0; i < journal.size(); i++) {
            Event event = journal.get(i).event();
            switch (event.type()) {
                case "STATION_OPENED" -> open = true;
                case "STATION_CLOSED" -> {
                    open = false;
                    totals(name, event, Counters.of(journal.subList(0, i)));
                }
                case "ZERO_REPORT" -> totals(name, event, Counters.of(journal.subList(0, i)));
                case "CHECKED_IN" -> {
                    slips++;
                    admitted(name, event, open, slips);
                }
                case "SLIP_PRINTED" ->
                        require(
                                event.number("slip") >= 1 && event.number("slip") <= slips,
                                name,
                                event,
                                "slip " + event.value("slip") + " belongs to no check-in");
                default -> {}
            }
        }
        findings.checked("check-ins", slips);
    }

    private void admitted(String name, Event event, boolean open, long slip) {
        require(open, name, event, "a check-in while the station was not open");
        require(
                event.number("slip") == slip,
                name,
                event,
                "slip " + event.value("slip") + " where " + slip + " is due");
        require(
                List.of("PAPER", "ONLINE", "MOBILE").contains(event.value("channel")),
                name,
                event,
                "unknown channel " + event.value("channel"));
        require(
                facesCount || !BY_FACE.contains(event.value("method")),
                name,
                event,
                "admitted by " + event.value("method") + " where no face counts");
        String here = name + " event " + event.seq();
        String before = voters.putIfAbsent(event.value("voter"), here);
        require(
                before == null,
                name,
                event,
                "voter " + event.value("voter") + " was already admitted: " + before);
    }

    private void totals(String name, Event event, Map<String, Long> counters) {
        event.data().keySet().stream()
                .filter(counters::containsKey)
                .forEach(
                        key ->
                                findings.require(
                                        event.number(key) == counters.getOrDefault(key, 0L),
                                        Code.JOURNAL_TOTALS,
                                        name,
                                        "event %d: %s says %s %s, its events say %d"
                                                .formatted(
                                                        event.seq(),
                                                        event.type(),
                                                        key,
                                                        event.value(key),
                                                        counters.getOrDefault(key, 0L))));
    }

    private void require(boolean holds, String name, Event event, String what) {
        findings.require(holds, Code.CHECK_IN, name, "event " + event.seq() + ": " + what);
    }
}
