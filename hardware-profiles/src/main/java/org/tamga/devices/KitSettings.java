package org.tamga.devices;

import java.nio.file.Path;
import org.tamga.devices.simulator.FingerSource;

/**
 * What simulated devices need.
 *
 * @param paper folder for what they print: {@code slips/NNNN.png}, {@code pages/NNNN-title.pdf}
 * @param slips which slips stay there
 * @param fingers whose fingers lie on the simulated glass
 * @param pace how fast simulated lines carry bytes
 */
public record KitSettings(Path paper, Slips slips, FingerSource fingers, Pace pace) {

    /** How fast simulated lines are. */
    public enum Pace {
        /** As the profile's baud rate says. */
        REAL,
        /** As fast as this machine can: for tests of what is said, not of how long it takes. */
        FASTEST
    }

    /** Which slips a simulated printer keeps. */
    public enum Slips {
        /** {@code slips/0001.png}, {@code 0002.png} … */
        ALL,
        /** {@code slips/last.png}, overwritten each time: order and times must not be kept. */
        LAST
    }

    /** Lines as slow as real ones. */
    public KitSettings(Path paper, Slips slips, FingerSource fingers) {
        this(paper, slips, fingers, Pace.REAL);
    }

    /** Keeps all slips. */
    public KitSettings(Path paper, FingerSource fingers) {
        this(paper, Slips.ALL, fingers);
    }
}
