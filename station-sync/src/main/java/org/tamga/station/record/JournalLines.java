package org.tamga.station.record;

import java.io.ByteArrayOutputStream;
import org.tamga.election.journal.SignedEvent;

/** Lines of {@code journal.jsonl}. */
public final class JournalLines {
    private JournalLines() {}

    /** One line for each event, each ended by a line feed. */
    public static byte[] of(Iterable<SignedEvent> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (SignedEvent event : events) {
            lines.writeBytes(event.line());
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
