package org.tamga.devices.simulator;

/** Ways in which the simulated page printer fails. */
public enum PagePrinterTrouble {
    OFFLINE,
    PAPER_OUT
}
