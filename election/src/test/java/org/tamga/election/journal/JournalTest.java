package org.tamga.election.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.election.journal.JournalVerdict.Broken;
import org.tamga.election.journal.JournalVerdict.Intact;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.WireFormatException;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-22T06:00:00.250Z");

    private final Ed25519Signer signer = Ed25519Signer.generate();
    private final JournalChain chain = new JournalChain("ky-2026", "0101-A", signer);

    private SignedEvent opened() {
        return chain.next(EventType.STATION_OPENED, NOON, "of-1", Map.of());
    }

    private SignedEvent checkedIn(int slip) {
        return chain.next(
                EventType.CHECKED_IN,
                NOON.plusSeconds(slip),
                "of-2",
                Map.of(
                        "voter",
                        "%032x".formatted(slip),
                        "channel",
                        slip % 2 == 0 ? "PAPER" : "ONLINE",
                        "slip",
                        Integer.toString(slip),
                        "method",
                        "FINGER_1N",
                        "listKind",
                        "MAIN",
                        "scoreMilli",
                        "41250"));
    }

    private List<SignedEvent> day(int voters) {
        List<SignedEvent> events = new ArrayList<>(List.of(opened()));
        for (int i = 1; i <= voters; i++) {
            events.add(checkedIn(i));
        }
        return events;
    }

    private JournalVerdict verdict(List<SignedEvent> events) {
        return JournalCheck.verify("ky-2026", "0101-A", signer.publicKey(), events);
    }

    private void assertBroken(long seq, JournalFault fault, List<SignedEvent> events) {
        Broken broken = assertInstanceOf(Broken.class, verdict(events));
        assertEquals(fault, broken.fault());
        assertEquals(seq, broken.seq());
    }

    @Test
    void an_untouched_journal_is_intact() {
        List<SignedEvent> events = day(5);
        assertEquals(new Intact(6, events.getLast()), verdict(events));
        assertEquals(new Intact(0, null), verdict(List.of()));
    }

    @Test
    void a_line_is_read_back_and_instants_have_whole_seconds() throws WireFormatException {
        SignedEvent event = checkedIn(1);
        assertEquals(event, SignedEvent.parse(event.line()));
        assertEquals(Instant.parse("2026-11-22T06:00:01Z"), event.event().at());
    }

    @Test
    void an_event_left_out_doubled_or_moved_is_noticed() {
        List<SignedEvent> events = day(4);
        List<SignedEvent> leftOut = new ArrayList<>(events);
        leftOut.remove(2);
        assertBroken(3, JournalFault.WRONG_SEQUENCE, leftOut);
        List<SignedEvent> doubled = new ArrayList<>(events);
        doubled.add(2, events.get(1));
        assertBroken(3, JournalFault.WRONG_SEQUENCE, doubled);
        assertBroken(1, JournalFault.WRONG_SEQUENCE, events.reversed());
    }

    @Test
    void a_cut_off_end_is_noticed_by_the_head() {
        List<SignedEvent> events = day(4);
        JournalHead head = JournalHead.of("ky-2026", events.getLast());
        assertInstanceOf(Intact.class, JournalCheck.verifyUpTo(head, signer.publicKey(), events));
        Broken broken =
                assertInstanceOf(
                        Broken.class,
                        JournalCheck.verifyUpTo(head, signer.publicKey(), events.subList(0, 3)));
        assertEquals(JournalFault.CUT_OFF, broken.fault());
    }

    @Test
    void a_changed_event_is_noticed_even_with_a_new_hash() {
        List<SignedEvent> events = day(3);
        SignedEvent second = events.get(1);
        JournalEvent changed =
                new JournalEvent(
                        2,
                        second.event().type(),
                        NOON.minusNanos(250_000_000),
                        "0101-A",
                        "of-9",
                        second.event().data(),
                        second.event().prev());
        events.set(1, new SignedEvent(changed, second.hash(), second.signature()));
        assertBroken(2, JournalFault.WRONG_HASH, events);
        String hash = org.tamga.election.wire.Digests.sha256Hex(changed.canonical());
        events.set(1, new SignedEvent(changed, hash, second.signature()));
        assertBroken(2, JournalFault.BAD_SIGNATURE, events);
    }

    @Test
    void a_journal_of_another_election_terminal_or_key_is_noticed() {
        List<SignedEvent> events = day(1);
        assertInstanceOf(
                Broken.class, JournalCheck.verify("kz-2026", "0101-A", signer.publicKey(), events));
        assertInstanceOf(
                Broken.class, JournalCheck.verify("ky-2026", "0101-B", signer.publicKey(), events));
        byte[] other = Ed25519Signer.generate().publicKey();
        Broken broken =
                assertInstanceOf(
                        Broken.class, JournalCheck.verify("ky-2026", "0101-A", other, events));
        assertEquals(JournalFault.BAD_SIGNATURE, broken.fault());
    }

    @Test
    void a_chain_goes_on_after_a_restart() {
        List<SignedEvent> events = day(2);
        JournalChain restarted = new JournalChain("ky-2026", "0101-A", signer);
        restarted.resumeFrom(events.getLast());
        events.add(
                restarted.next(
                        EventType.RESTARTED_AFTER_POWER_LOSS,
                        NOON,
                        JournalEvent.SYSTEM,
                        Map.of("lastSeq", "3")));
        assertInstanceOf(Intact.class, verdict(events));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void data_that_the_catalogue_does_not_know_are_refused(EventType type) {
        Map<String, String> data = Map.of("nosuchkey", "1");
        assertThrows(IllegalArgumentException.class, () -> chain.next(type, NOON, "of-1", data));
    }

    @Test
    void a_value_of_the_wrong_type_is_refused() {
        Map<String, String> data = Map.of("lastSeq", "three");
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.next(EventType.RESTARTED_AFTER_POWER_LOSS, NOON, "system", data));
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.next(EventType.STATION_OPENED, NOON, "Айгүл Осмонова", Map.of()));
    }

    @Test
    void codes_are_unique_and_of_one_form() {
        List<String> codes =
                java.util.Arrays.stream(EventType.values()).map(EventType::code).toList();
        assertEquals(codes.size(), codes.stream().distinct().count());
        assertTrue(codes.stream().allMatch(code -> code.matches("E[1-9][0-9]{2}")));
    }
}
