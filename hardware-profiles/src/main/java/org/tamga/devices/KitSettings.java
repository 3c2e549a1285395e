package org.tamga.devices;

import java.nio.file.Path;
import org.tamga.devices.simulator.FingerSource;

/**
 * What simulated devices need.
 *
 * @param paper folder for what they print: {@code slips/NNNN.png}, {@code pages/NNNN-title.pdf}
 * @param slips which slips stay there
 * @param fingers whose fingers lie on the simulated glass
 */
public record KitSettings(Path paper, Slips slips, FingerSource fingers) {

    /** Which slips a simulated printer keeps. */
    public enum Slips {
        /** {@code slips/0001.png}, {@code 0002.png} … */
        ALL,
        /** {@code slips/last.png}, overwritten each time: order and times must not be kept. */
        LAST
    }

    /** Keeps all slips. */
    public KitSettings(Path paper, FingerSource fingers) {
        this(paper, Slips.ALL, fingers);
    }
}
