package org.tamga.devices.ports;

/** Anything that is attached to the terminal. Closing releases the port and never throws. */
public interface Device extends AutoCloseable {
    DeviceInfo info();

    /**
     * Looks for the device within 200 ms, within a second where a service must be asked that may
     * not run yet or hang; wakes nothing, captures nothing, and may be called while the device is
     * in use.
     */
    Presence presence();

    @Override
    void close();
}
