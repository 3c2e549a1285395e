package org.tamga.devices.simulator.people;

/** How a finger meets the scanner. */
public enum ImpressionStyle {
    /** Placed with care under guidance, clean and centred. */
    ENROLMENT(0),
    /**
     * A polling day: hurried, more turned, pressed harder or softer, now and then dry, damp or off
     * centre.
     */
    NORMAL(1),
    /** Dry skin: thin, broken ridges. */
    DRY(2),
    /** Wet skin or hard pressure: valleys fill up. */
    WET(3),
    /** Only a part of the finger touches the window. */
    PARTIAL(4),
    /** The finger slid: ridges blur along a direction. */
    SMUDGED(5);

    private final int number;

    ImpressionStyle(int number) {
        this.number = number;
    }

    /** Part of an impression's seed, therefore fixed. */
    int number() {
        return number;
    }
}
