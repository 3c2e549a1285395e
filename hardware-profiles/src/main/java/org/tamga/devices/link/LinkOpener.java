package org.tamga.devices.link;

/** Opens a device's link anew: at first use and again after an unplug. */
@FunctionalInterface
public interface LinkOpener {
    ByteLink open() throws LinkException;
}
