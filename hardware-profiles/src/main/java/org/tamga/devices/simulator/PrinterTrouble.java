package org.tamga.devices.simulator;

/** Ways in which the emulated receipt printer fails, until it is repaired. */
public enum PrinterTrouble {
    NONE,
    /** A warning only: printing goes on. */
    PAPER_NEAR_END,
    PAPER_OUT,
    COVER_OPEN,
    /**
     * The paper runs out {@value EscPosEmulator#ROWS_BEFORE_PAPER_ENDS} rows into the next slip.
     */
    HALF_PRINTED,
    CUTTER_JAM,
    /** Takes bytes and answers nothing. */
    SILENT,
    UNPLUGGED
}
