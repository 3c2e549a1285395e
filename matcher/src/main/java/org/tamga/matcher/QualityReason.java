package org.tamga.matcher;

/** What is wrong with a finger image, in the order of how much it says. */
public enum QualityReason {
    /** No finger in the image. */
    EMPTY,
    /** The image itself is smaller than a fingertip (10 mm × 10 mm). */
    TOO_SMALL,
    /** The finger covers little of a fingertip's area. */
    PARTIAL,
    /** Ridges and valleys differ little in grey. */
    LOW_CONTRAST,
    /** Ridges are thin, pale or broken. */
    DRY,
    /** Ridges run into each other. */
    WET,
    /** Ridges have no clear direction: motion, dirt, scars. */
    UNCLEAR,
    /** The finger lies at the edge of the sensor. */
    OFF_CENTRE
}
