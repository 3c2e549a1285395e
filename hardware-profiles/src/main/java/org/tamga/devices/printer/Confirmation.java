package org.tamga.devices.printer;

/** How a printer tells that a slip is out. */
public enum Confirmation {
    /** GS r is answered in order with the printing: the answer after the cut proves the slip. */
    ORDERED,
    /**
     * The model answers only DLE EOT: the driver waits for the slip's printing time and asks then.
     */
    REAL_TIME
}
