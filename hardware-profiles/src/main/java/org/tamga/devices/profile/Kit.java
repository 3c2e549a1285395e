package org.tamga.devices.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The set of devices that a station uses. */
public record Kit(String kit, String note, Map<DeviceClass, KitDevice> devices) {
    public Kit {
        devices = Map.copyOf(devices);
    }

    /**
     * @param profile name of a profile of that class
     * @param at where it is attached here; absent means the profile's place
     * @param simulated true when the profile's simulator shall stand in for the device
     */
    public record KitDevice(String profile, @Nullable String at, @Nullable Boolean simulated) {
        public boolean isSimulated() {
            return Boolean.TRUE.equals(simulated);
        }
    }
}
