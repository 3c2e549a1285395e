package org.tamga.election.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.WireFormatException;

class JournalProperties {
    private static final Ed25519Signer SIGNER = Ed25519Signer.generate();
    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

    private static List<SignedEvent> journal(int length) {
        JournalChain chain = new JournalChain("ky-2026", "0101-A", SIGNER);
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            events.add(
                    chain.next(
                            EventType.SLIP_FAILED,
                            START.plusSeconds(i),
                            "of-1",
                            Map.of("slip", Integer.toString(i), "reason", "DV-07")));
        }
        return events;
    }

    private static JournalVerdict verdict(List<SignedEvent> events) {
        return JournalCheck.verify("ky-2026", "0101-A", SIGNER.publicKey(), events);
    }

    @Property(tries = 30)
    void a_journal_of_any_length_is_intact(@ForAll @IntRange(max = 40) int length) {
        assertInstanceOf(JournalVerdict.Intact.class, verdict(journal(length)));
    }

    @Property(tries = 100)
    void any_two_events_exchanged_break_the_chain(
            @ForAll @IntRange(max = 9) int first, @ForAll @IntRange(max = 9) int second) {
        List<SignedEvent> events = journal(10);
        java.util.Collections.swap(events, first, second);
        assertTrue(first == second || verdict(events) instanceof JournalVerdict.Broken);
    }

    @Property(tries = 500)
    void any_changed_bit_of_an_exported_journal_is_noticed(
            @ForAll int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] export = export(journal(3));
        export[Math.floorMod(place, export.length)] ^= (byte) (1 << bit);
        try {
            List<SignedEvent> events = new ArrayList<>();
            for (String line : new String(export, UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    events.add(SignedEvent.parse(line.getBytes(UTF_8)));
                }
            }
            assertInstanceOf(JournalVerdict.Broken.class, verdict(events));
        } catch (WireFormatException refused) {
            // Noticed while reading.
        }
    }

    private static byte[] export(List<SignedEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (SignedEvent event : events) {
            out.writeBytes(event.line());
            out.write('\n');
        }
        return out.toByteArray();
    }
}
