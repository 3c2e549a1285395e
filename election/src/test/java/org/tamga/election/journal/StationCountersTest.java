package org.tamga.election.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tamga.election.wire.Ed25519Signer;

class StationCountersTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private final JournalChain chain =
            new JournalChain("ky-2026", "0101-A", Ed25519Signer.generate());
    private final List<JournalEvent> events = new ArrayList<>();

    private void add(EventType type, Map<String, String> data) {
        events.add(chain.next(type, AT, "of-1", data).event());
    }

    private void checkIn(int slip, String channel) {
        add(
                EventType.CHECKED_IN,
                Map.of(
                        "voter",
                        "%032x".formatted(slip),
                        "channel",
                        channel,
                        "slip",
                        Integer.toString(slip),
                        "method",
                        "COMMISSION",
                        "listKind",
                        "MAIN",
                        "act",
                        "act 7"));
    }

    private void printed(int slip, int copy) {
        add(
                EventType.SLIP_PRINTED,
                Map.of("slip", Integer.toString(slip), "copy", Integer.toString(copy)));
    }

    private void booth(String terminal, int cast, int spoiled) {
        add(
                EventType.BOOTH_CLOSING_IMPORTED,
                Map.of(
                        "terminal", terminal,
                        "cast", Integer.toString(cast),
                        "spoiled", Integer.toString(spoiled),
                        "root", "00".repeat(32)));
    }

    @Test
    void a_day_is_counted_from_its_events() {
        add(
                EventType.REGISTER_IMPORTED,
                Map.of("version", "1", "voters", "1200", "kind", "SNAPSHOT"));
        add(EventType.REGISTER_IMPORTED, Map.of("version", "2", "voters", "1203", "kind", "DELTA"));
        checkIn(1, "PAPER");
        printed(1, 1);
        printed(1, 2);
        checkIn(2, "ONLINE");
        add(EventType.SLIP_FAILED, Map.of("slip", "2", "reason", "DV-21"));
        checkIn(3, "MOBILE");
        checkIn(4, "PAPER");
        add(EventType.CHECK_IN_REFUSED, Map.of("reason", "CI-05"));
        add(EventType.CHECK_IN_REFUSED, Map.of("reason", "CI-05"));
        add(EventType.CHECK_IN_REFUSED, Map.of("reason", "CI-01"));
        add(EventType.RESTARTED_AFTER_POWER_LOSS, Map.of("lastSeq", "9"));
        booth("0101-B", 400, 2);
        booth("0101-C", 100, 0);
        StationCounters expected =
                new StationCounters(
                        1203, 4, 2, 1, 1, Map.of("CI-05", 2L, "CI-01", 1L), 1, 1, 1, 500, 2);
        assertEquals(expected, StationCounters.of(events));
        assertEquals(3, StationCounters.of(events).byName().get("refused"));
    }

    @Test
    void a_booth_whose_closing_is_imported_again_counts_once() {
        booth("0101-B", 400, 2);
        booth("0101-B", 401, 2);
        assertEquals(401, StationCounters.of(events).onlineCast());
    }

    @Test
    void the_day_begins_at_zero_even_after_a_refusal() {
        add(
                EventType.REGISTER_IMPORTED,
                Map.of("version", "1", "voters", "1200", "kind", "SNAPSHOT"));
        add(EventType.CHECK_IN_REFUSED, Map.of("reason", "CI-09"));
        assertTrue(StationCounters.of(events).isZero());
        checkIn(1, "PAPER");
        assertFalse(StationCounters.of(events).isZero());
    }

    @Test
    void every_name_that_a_form_may_use_has_a_counter() {
        assertEquals(
                new HashSet<>(StationCounters.NAMES), StationCounters.of(events).byName().keySet());
    }
}
