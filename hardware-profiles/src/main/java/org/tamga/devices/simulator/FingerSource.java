package org.tamga.devices.simulator;

import java.util.Optional;
import org.tamga.devices.ports.FingerImage;

/** Whose finger lies on the simulated glass. Called from the capturing thread. */
@FunctionalInterface
public interface FingerSource {
    /** The next finger, or empty while nobody presents one; the receiver closes it. */
    Optional<FingerImage> next();
}
