package org.tamga.kiosk.ballot;

/** What the voter sees. */
public enum VotingStep {
    /** Nobody is voting; a card is awaited. */
    WELCOME,
    CONTEST,
    REVIEW,
    /** Encrypted, the code is printed, the voter decides between casting and checking. */
    DECIDE,
    /** Cast. */
    THANKS,
    /** Opened for checking; the same card votes again. */
    CHALLENGED,
    /** The card opens nothing. */
    REFUSED
}
