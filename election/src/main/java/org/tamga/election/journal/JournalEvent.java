package org.tamga.election.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.election.wire.CanonicalJson;

/**
 * Something that happened at a terminal.
 *
 * @param seq from 1 without gaps
 * @param at what the terminal's clock showed, whole seconds; order comes from seq, never from here
 * @param terminal id of the terminal
 * @param actor id of the official at work, or {@code system}
 * @param data exactly the keys of the catalogue
 * @param prev hash of the event before, lower-case hex; for the first one {@link
 *     JournalChain#anchor}
 */
public record JournalEvent(
        long seq,
        EventType type,
        Instant at,
        String terminal,
        String actor,
        Map<String, String> data,
        String prev) {
    /** The actor of what happens without a person. */
    public static final String SYSTEM = "system";

    public JournalEvent {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** The bytes that are hashed and signed. */
    public byte[] canonical() {
        return CanonicalJson.write(this);
    }

    /** The value of a number key, 0 where it is absent. */
    public long number(String key) {
        String value = data.get(key);
        return value == null ? 0 : Long.parseLong(value);
    }
}
