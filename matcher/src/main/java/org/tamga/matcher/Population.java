package org.tamga.matcher;

import org.tamga.matcher.engine.Calibration;

/**
 * Whose fingers are compared. Scores of strangers are distributed differently, so each population
 * has its own calibration; a threshold of one means nothing for the other.
 */
public enum Population {
    /** Living people: every real register. */
    REAL,
    /**
     * Generated fingers of demonstrations and rehearsals, which resemble each other more than
     * people's do.
     */
    SYNTHETIC;

    Calibration calibration() {
        return switch (this) {
            case REAL -> Calibration.real();
            case SYNTHETIC -> Calibration.synthetic();
        };
    }
}
