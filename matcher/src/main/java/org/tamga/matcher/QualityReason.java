package org.tamga.matcher;

/**
 * What is wrong with a finger image, in the order in which people should be told. The names are
 * stable: journals keep them and screens have words and a picture for each.
 */
public enum QualityReason {
    /** No finger in the image. */
    EMPTY,
    /** Ridges are the light lines: the scanner's profile or an option says otherwise. */
    INVERTED,
    /**
     * Ridges lie closer together or further apart than any finger's: the image has another
     * resolution than it is said to have; {@link FingerQuality#likelyDpi} tells which.
     */
    WRONG_RESOLUTION,
    /** The image itself is smaller than a fingertip (10 mm × 10 mm). */
    TOO_SMALL,
    /** The finger has not lain still; only {@link FingerStillness} can tell. */
    MOVING,
    /** The finger covers little of a fingertip's area. */
    PARTIAL,
    /** Little skin touches, and its ridges are thin: more pressure. */
    TOO_LIGHT,
    /** Much skin touches, and its ridges are thick: less pressure. */
    TOO_HARD,
    /** Ridges and valleys differ little in grey. */
    LOW_CONTRAST,
    /** Ridges are thin, pale or broken. */
    DRY,
    /** Ridges run into each other, or a film lies over all of the image. */
    WET,
    /** Ridges have no clear direction or no regular distance: motion, dirt, scars. */
    UNCLEAR,
    /** The finger lies too far to the left of the image; said together with {@link #OFF_CENTRE}. */
    TOO_FAR_LEFT,
    /** As {@link #TOO_FAR_LEFT}, to the right. */
    TOO_FAR_RIGHT,
    /** As {@link #TOO_FAR_LEFT}, towards the upper edge. */
    TOO_FAR_UP,
    /** As {@link #TOO_FAR_LEFT}, towards the lower edge. */
    TOO_FAR_DOWN,
    /** The finger lies at the edge of the sensor, on whichever side. */
    OFF_CENTRE
}
