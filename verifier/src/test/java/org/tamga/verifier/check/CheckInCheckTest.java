package org.tamga.verifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.record.Finding;
import org.tamga.verifier.record.Findings;

@DisplayName("A journal's check-ins")
class CheckInCheckTest {
    private final List<JournalLine> journal = new ArrayList<>();

    @Test
    @DisplayName("in order are accepted")
    void inOrder() {
        add("STATION_OPENED", Map.of());
        checkIn("aa", 1);
        checkIn("bb", 2);
        add("STATION_CLOSED", Map.of("identified", "2", "identifiedPaper", "2"));
        assertEquals(List.of(), failures());
    }

    @Test
    @DisplayName("fail for a voter admitted twice")
    void twice() {
        add("STATION_OPENED", Map.of());
        checkIn("aa", 1);
        checkIn("aa", 2);
        assertEquals(
                List.of("event 3: voter aa was already admitted: journal.jsonl event 2"),
                failures());
    }

    @Test
    @DisplayName("fail for a gap in the slips' numbers")
    void gap() {
        add("STATION_OPENED", Map.of());
        checkIn("aa", 1);
        checkIn("bb", 3);
        assertEquals(List.of("event 3: slip 3 where 2 is due"), failures());
    }

    @Test
    @DisplayName("fail for a face where the package lets none count")
    void face() {
        add("STATION_OPENED", Map.of());
        add(
                "CHECKED_IN",
                Map.of("voter", "aa", "channel", "PAPER", "slip", "1", "method", "FACE_1_1"));
        assertEquals(List.of(), failures());
        assertEquals(
                List.of("event 2: admitted by FACE_1_1 where no face counts"), failures(false));
    }

    @Test
    @DisplayName("fail before opening and after closing")
    void closed() {
        checkIn("aa", 1);
        add("STATION_OPENED", Map.of());
        add("STATION_CLOSED", Map.of());
        checkIn("bb", 2);
        assertEquals(
                List.of(
                        "event 1: a check-in while the station was not open",
                        "event 4: a check-in while the station was not open"),
                failures());
    }

    @Test
    @DisplayName("fail for totals that the events do not give")
    void totals() {
        add("STATION_OPENED", Map.of());
        checkIn("aa", 1);
        add("STATION_CLOSED", Map.of("identified", "2"));
        assertEquals(
                List.of("event 3: STATION_CLOSED says identified 2, its events say 1"), failures());
    }

    private void checkIn(String voter, int slip) {
        String number = Integer.toString(slip);
        add("CHECKED_IN", Map.of("voter", voter, "channel", "PAPER", "slip", number));
    }

    private void add(String type, Map<String, String> data) {
        var event =
                new JournalLine.Event(
                        journal.size() + 1,
                        type,
                        "2026-11-22T03:14:07Z",
                        "0101-A",
                        "of-1",
                        data,
                        "");
        journal.add(new JournalLine(event, "", ""));
    }

    private List<String> failures() {
        return failures(true);
    }

    private List<String> failures(boolean facesCount) {
        Findings findings = new Findings();
        new CheckInCheck(findings, facesCount).run("journal.jsonl", journal);
        return findings.failures().stream().map(Finding::what).toList();
    }
}
