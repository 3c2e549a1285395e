package org.tamga.kiosk.identify;

/** The steps of a check-in that are shown while they run, and measured. */
public enum Step {
    CAPTURE,
    QUALITY,
    TEMPLATE,
    MATCH,
    FACE,
    RECORD,
    PRINT
}
