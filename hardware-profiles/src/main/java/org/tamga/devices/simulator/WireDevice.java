package org.tamga.devices.simulator;

import org.tamga.devices.link.LinkException;

/**
 * A simulated device at the byte level: what it answers to the bytes that it receives. Thread-safe.
 */
public interface WireDevice {
    /**
     * @return the bytes sent back, often none
     * @throws LinkException when the simulated cable is pulled
     */
    byte[] receive(byte[] bytes) throws LinkException;
}
