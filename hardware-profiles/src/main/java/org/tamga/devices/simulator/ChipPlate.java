package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;
import java.util.List;

/** Where documents are laid before a simulated chip reader. */
public interface ChipPlate {
    /**
     * Lays a document down for one reading, in the place of the one before; its state signs it and
     * is trusted.
     *
     * @param mrz two or three lines of UTO or KGZ
     * @param portrait that the chip holds
     */
    void lay(List<String> mrz, BufferedImage portrait);
}
