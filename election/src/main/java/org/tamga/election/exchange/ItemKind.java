package org.tamga.election.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an item carries. */
public enum ItemKind {
    /** Canonical JSON of a {@link TurnoutReport}. */
    @JsonProperty("turnout")
    TURNOUT,
    /** Consecutive lines of {@code journal.jsonl}; a later item goes on where the earlier ended. */
    @JsonProperty("journal")
    JOURNAL,
    /**
     * A {@link FileBundle}: {@code booth-closing.json(.sig)}, {@code log.jsonl}, {@code
     * checkpoint.txt}, {@code spent-cards.json}.
     */
    @JsonProperty("booth-closing")
    BOOTH_CLOSING,
    /** Some lines of {@code ballots.jsonl}; all items of one booth together are the ballot box. */
    @JsonProperty("ballots")
    BALLOTS,
    /**
     * A {@link FileBundle}: {@code protocol-vN.json(.p7s, .sig)}, {@code protocol-vN.pdf} and
     * {@code journal-head.json(.sig)}.
     */
    @JsonProperty("protocol")
    PROTOCOL,
    /** A {@link FileBundle} with the act of destroying the station's register. */
    @JsonProperty("shred-act")
    SHRED_ACT
}
