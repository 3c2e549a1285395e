package org.tamga.election.exchange;

import java.util.Base64;
import org.tamga.election.wire.CanonicalJson;

/**
 * One delivery of a terminal: what it is, whose it is, which number it has in that terminal's
 * outbox.
 *
 * @param kind what {@code content} is
 * @param station station of the terminal
 * @param terminal the terminal that signs the item
 * @param number position in the terminal's outbox, from 1, without gaps
 * @param content standard base64 of the bytes, at most {@link #MAX_CONTENT_BYTES} decoded
 */
public record ItemEnvelope(
        ItemKind kind,
        String electionId,
        String station,
        String terminal,
        long number,
        String content) {

    /** Longer journals and ballot boxes are sent as several items: 4 MiB each. */
    public static final int MAX_CONTENT_BYTES = 4 << 20;

    /**
     * @throws IllegalArgumentException on an empty name, a number below 1, content that is not
     *     base64 or is too long
     */
    public ItemEnvelope {
        if (electionId.isBlank() || station.isBlank() || terminal.isBlank()) {
            throw new IllegalArgumentException("An item names its election, station and terminal");
        }
        if (number < 1) {
            throw new IllegalArgumentException("Items are numbered from 1, not " + number);
        }
        if (Base64.getDecoder().decode(content).length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "An item carries at most " + MAX_CONTENT_BYTES + " bytes");
        }
    }

    /** Envelope around raw bytes. */
    public static ItemEnvelope of(
            ItemKind kind,
            String electionId,
            String station,
            String terminal,
            long number,
            byte[] content) {
        return new ItemEnvelope(
                kind,
                electionId,
                station,
                terminal,
                number,
                Base64.getEncoder().encodeToString(content));
    }

    /** The carried bytes, a fresh copy. */
    public byte[] contentBytes() {
        return Base64.getDecoder().decode(content);
    }

    /** The canonical bytes that are signed and whose SHA-256 is the item's id. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }
}
