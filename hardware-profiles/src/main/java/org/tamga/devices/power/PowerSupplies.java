package org.tamga.devices.power;

import java.nio.file.Path;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PowerSupply;

/** Readers of the power state. */
public final class PowerSupplies {
    private PowerSupplies() {}

    /**
     * @param folder {@code /sys/class/power_supply} or one laid out like it
     */
    public static PowerSupply sysfs(DeviceInfo info, Path folder, PowerSpec spec) {
        return new SysfsPowerSupply(info, folder, spec);
    }
}
