package org.tamga.devices.link;

import org.tamga.devices.ports.Presence;

/** Opens a device's link anew: at first use and again after an unplug. */
@FunctionalInterface
public interface LinkOpener {
    ByteLink open() throws LinkException;

    /** Whether there is anything to open. */
    default Presence presence() {
        return new Presence.Attached();
    }

    /** How many bytes pass in a second at most; a very large number where nothing is known. */
    default int bytesPerSecond() {
        return Integer.MAX_VALUE;
    }
}
