package org.tamga.devices.simulator;

/** Ways in which the simulated camera fails. */
public enum CameraTrouble {
    UNPLUGGED,
    /** No frame arrives until the time is over. */
    STUCK,
    /** The lens is covered. */
    BLACK_IMAGE,
    /** The sun shines into the lens. */
    OVEREXPOSED
}
