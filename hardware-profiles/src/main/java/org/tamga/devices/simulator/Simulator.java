package org.tamga.devices.simulator;

import java.util.Set;

/**
 * The far side of one profile: it speaks the device's real protocol, and fails when told to.
 * Thread-safe.
 */
public interface Simulator extends AutoCloseable {
    /** Where the driver finds it: a path, an address, a name; empty when it is its own driver. */
    String at();

    /** The faults that it can play. */
    Set<SimulatedFault> faults();

    /**
     * From now on the device fails so, until {@link #repair()}.
     *
     * @throws IllegalArgumentException when the fault is not one of {@link #faults()}
     */
    void breakWith(SimulatedFault fault);

    /** Plugged in again, new paper, dry finger: as at the start. */
    void repair();

    /**
     * Lays before it, for one use, what the device waits for: a drawn finger, a face, a passport.
     * Nothing happens at devices that wait for nobody.
     */
    void present();

    /** Stops its processes and threads, closes its sockets, deletes its files. */
    @Override
    void close();
}
