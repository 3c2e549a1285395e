package org.tamga.election.journal;

import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * One line of {@code journal.jsonl}.
 *
 * @param hash SHA-256 of the event's canonical bytes, lower-case hex
 * @param signature Ed25519 over {@code "tamga/journal-event/1\n"} and those bytes, lower-case hex
 */
public record SignedEvent(JournalEvent event, String hash, String signature) {
    /** The line without its line feed. */
    public byte[] line() {
        return CanonicalJson.write(this);
    }

    /**
     * Reads a line; neither hash nor signature are checked here, see {@link JournalCheck}.
     *
     * @param line without line feed
     */
    public static SignedEvent parse(byte[] line) throws WireFormatException {
        return CanonicalJson.read(line, SignedEvent.class);
    }
}
