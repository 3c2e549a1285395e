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
     * @param trust chip readers: folder with the certificates of trusted authorities, DER or PEM
     * @param token signing tokens: the token's own name, where its library knows several
     * @param simulated true when the profile's simulator shall stand in for the device; with {@code
     *     at}, when one already stands there
     */
    public record KitDevice(
            String profile,
            @Nullable String at,
            @Nullable String trust,
            @Nullable String token,
            @Nullable Boolean simulated) {
        /** A device that needs no more than its place. */
        public KitDevice(String profile, @Nullable String at, @Nullable Boolean simulated) {
            this(profile, at, null, null, simulated);
        }

        public boolean isSimulated() {
            return Boolean.TRUE.equals(simulated);
        }
    }
}
