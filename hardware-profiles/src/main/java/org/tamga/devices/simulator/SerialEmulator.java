package org.tamga.devices.simulator;

/** A device at the byte level that plays the faults of its own protocol. Thread-safe. */
public interface SerialEmulator extends WireDevice {
    /** The faults that it plays; those of any line are the simulator's matter. */
    FaultScript script();

    /** Lays before it, for one use, what it waits for. */
    void present();

    /** As after power-on. */
    void reset();
}
