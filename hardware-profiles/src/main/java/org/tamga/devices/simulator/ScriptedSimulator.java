package org.tamga.devices.simulator;

import java.util.Set;

/** A simulator that looks into one script; what else a fault does, it adds itself. */
interface ScriptedSimulator extends Simulator {
    /** The faults to come. */
    FaultScript script();

    @Override
    default Set<SimulatedFault> faults() {
        return script().known();
    }

    @Override
    default void breakWith(SimulatedFault fault) {
        script().fromNowOn(fault);
    }

    @Override
    default void repair() {
        script().clear();
    }
}
