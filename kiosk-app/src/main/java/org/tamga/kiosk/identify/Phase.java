package org.tamga.kiosk.identify;

/** What the identification screen is doing; each has its own prompt. */
public enum Phase {
    /** The station is not open. */
    CLOSED,
    /** The member stopped the scanner. */
    STOPPED,
    /** The number is being typed. */
    TYPING,
    /** The scanner waits for a finger. */
    WAITING,
    READING,
    MATCHING,
    /** A voter was found; the member compares and signs off. */
    MATCHED,
    RECORDING,
    ADMITTED,
    REFUSED,
    /** The scanner failed; the member decides when to try again. */
    FAULT
}
