package org.tamga.devices;

import java.nio.file.Path;
import org.tamga.devices.simulator.FingerSource;

/**
 * What simulated devices need.
 *
 * @param paper folder for what they print: {@code slips/NNNN.png}, {@code pages/NNNN-title.pdf}
 * @param fingers whose fingers lie on the simulated glass
 */
public record KitSettings(Path paper, FingerSource fingers) {}
