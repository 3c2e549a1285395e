package org.tamga.election.journal;

/**
 * The last event of a journal; signed as {@code journal-head} it says that nothing was cut off.
 *
 * @param seq number of the last event
 * @param hash its hash, lower-case hex
 */
public record JournalHead(String electionId, String terminal, long seq, String hash) {
    public static JournalHead of(String electionId, SignedEvent last) {
        return new JournalHead(
                electionId, last.event().terminal(), last.event().seq(), last.hash());
    }
}
