package org.tamga.devices.ports;

/** Mains or battery. */
public interface PowerSupply extends Device {
    PowerState read();
}
