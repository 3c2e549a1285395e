package org.tamga.devices.ports;

/** Mains or battery. */
public interface PowerSupply extends Device {
    PowerState read();

    /** Charge in percent below which a battery is low. */
    default int lowPercent() {
        return 30;
    }
}
