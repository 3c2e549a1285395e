package org.tamga.devices.simulator;

/** Ways in which the simulated scanner fails. */
public enum ScannerTrouble {
    /** Nobody presents a finger until the time is over. */
    NO_FINGER,
    UNPLUGGED,
    /** The sensor delivers a black image. */
    BLACK_IMAGE,
    LIFTED_EARLY,
    /** The sensor answers what the protocol does not allow. */
    PROTOCOL_ERROR
}
