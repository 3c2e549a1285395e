package org.tamga.devices.simulator;

/** Ways in which the simulated document reader fails. */
public enum DocumentTrouble {
    UNPLUGGED,
    /** Nobody lays a document on the reader until the time is over. */
    NO_DOCUMENT,
    UNREADABLE
}
