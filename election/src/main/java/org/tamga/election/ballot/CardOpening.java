package org.tamga.election.ballot;

/** What becomes of a scanned card. */
public sealed interface CardOpening {
    /**
     * Genuine and listed; whether it is unspent, the ballot box knows.
     *
     * @param card the card
     * @param serialHash what the ballot box keeps of it: SHA-256, 64 lower-case hex characters
     */
    record Accepted(ActivationCard card, String serialHash) implements CardOpening {}

    /**
     * Refused.
     *
     * @param reason BL-40 to BL-43
     */
    record Refused(ProblemCode reason) implements CardOpening {}
}
