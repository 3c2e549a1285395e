package org.tamga.election.journal;

/** Checks sequence, chain, hashes, signatures and data of a journal. */
public final class JournalCheck {
    private JournalCheck() {}

    /**
     * Checks a whole journal.
     *
     * @param publicKey raw Ed25519 key of the terminal from the election package
     */
    public static JournalVerdict verify(
            String electionId, String terminalId, byte[] publicKey, Iterable<SignedEvent> events) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As {@link #verify}, and the journal must end where its signed head says. */
    public static JournalVerdict verifyUpTo(
            JournalHead head, byte[] publicKey, Iterable<SignedEvent> events) {
        throw new UnsupportedOperationException("not yet");
    }
}
