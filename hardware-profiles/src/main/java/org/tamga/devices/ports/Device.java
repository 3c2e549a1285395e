package org.tamga.devices.ports;

/** Anything that is attached to the terminal. Closing releases the port and never throws. */
public interface Device extends AutoCloseable {
    DeviceInfo info();

    @Override
    void close();
}
