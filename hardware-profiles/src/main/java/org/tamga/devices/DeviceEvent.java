package org.tamga.devices;

import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.profile.DeviceClass;

/** A device of the kit came or went. */
public sealed interface DeviceEvent {
    DeviceClass device();

    DeviceInfo info();

    record Plugged(DeviceClass device, DeviceInfo info) implements DeviceEvent {}

    /**
     * @param detail one English line
     */
    record Unplugged(DeviceClass device, DeviceInfo info, DeviceFault fault, String detail)
            implements DeviceEvent {}
}
