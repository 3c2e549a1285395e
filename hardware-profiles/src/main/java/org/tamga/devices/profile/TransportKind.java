package org.tamga.devices.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a device is reached. */
public enum TransportKind {
    @JsonProperty("simulated")
    SIMULATED,
    @JsonProperty("serial")
    SERIAL,
    @JsonProperty("character-device")
    CHARACTER_DEVICE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("folder")
    FOLDER,
    @JsonProperty("sysfs")
    SYSFS;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
