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
     * @param path where it is attached here; absent means the profile's place
     */
    public record KitDevice(String profile, @Nullable String path) {}
}
