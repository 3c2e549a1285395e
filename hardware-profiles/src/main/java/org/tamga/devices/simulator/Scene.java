package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;

/** What lies before a simulated camera. */
public interface Scene {
    /** What the camera sees from now on; the picture must not be drawn on afterwards. */
    void look(BufferedImage picture);
}
