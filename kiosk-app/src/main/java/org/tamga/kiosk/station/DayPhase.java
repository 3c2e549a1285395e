package org.tamga.kiosk.station;

/** Where an unlocked operator terminal stands in the day; read from the journal, never stored. */
public enum DayPhase {
    BEFORE_OPENING,
    OPEN,
    CLOSED
}
