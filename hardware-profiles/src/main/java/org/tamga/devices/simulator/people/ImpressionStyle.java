package org.tamga.devices.simulator.people;

/** How a finger meets the scanner. */
public enum ImpressionStyle {
    /** Placed with care under guidance, clean and centred. */
    ENROLMENT,
    /**
     * A polling day: hurried, more turned, pressed harder or softer, now and then dry, damp or off
     * centre.
     */
    NORMAL,
    /** Dry skin: thin, broken ridges. */
    DRY,
    /** Wet skin or hard pressure: valleys fill up. */
    WET,
    /** Only a part of the finger touches the window. */
    PARTIAL,
    /** The finger slid: ridges blur along a direction. */
    SMUDGED
}
