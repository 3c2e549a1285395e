package org.tamga.devices.simulator;

/** What can befall a device. Each simulator plays those that its kind of device knows. */
public enum SimulatedFault {
    /** Nobody presents anything until the time is over. */
    NOBODY,
    UNPLUGGED,
    /** The cable is pulled while data flow. */
    UNPLUGGED_MID_TRANSFER,
    /** Stray bytes between the messages of the protocol. */
    NOISE,
    WRONG_CHECKSUM,
    /** A length that the data do not have, or data cut short. */
    WRONG_LENGTH,
    /** The device sends without end. */
    ENDLESS_REPLY,
    /** A picture larger than the profile allows. */
    HUGE_IMAGE,
    SLOW,
    /** Takes what is sent and answers nothing. */
    STUCK,
    LIFTED_EARLY,
    PARTIAL_FINGER,
    WET_FINGER,
    DRY_FINGER,
    /** The sensor is covered or broken. */
    BLACK_IMAGE,
    /** The sun shines into the lens. */
    OVEREXPOSED,
    /** The same picture again and again. */
    FROZEN,
    /** A warning only: printing goes on. */
    PAPER_NEAR_END,
    PAPER_OUT,
    COVER_OPEN,
    OFFLINE,
    /** The paper ends within a slip or page. */
    HALF_PRINTED,
    CUTTER_JAM,
    WRONG_PIN,
    TOKEN_LOCKED,
    CARD_REMOVED,
    /** The chip is of another document than the printed lines. */
    WRONG_KEY,
    /** Signed by nobody who is trusted, or altered after signing. */
    FORGED,
    CLOCK_JUMP,
    WRONG_CHECK_DIGIT,
    /** A document so worn that its lines cannot be read. */
    UNREADABLE
}
