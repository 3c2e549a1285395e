package org.tamga.devices.simulator;

import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;

/** A simulator within this process, with no far side: device and driver in one. */
interface OwnDriver extends ScriptedSimulator, Device {
    @Override
    default String at() {
        return "";
    }

    @Override
    default Presence presence() {
        return script().plays(SimulatedFault.UNPLUGGED)
                ? new Presence.Absent(DeviceFault.NOT_FOUND, "the simulated cable is pulled")
                : new Presence.Attached();
    }

    @Override
    void close();
}
