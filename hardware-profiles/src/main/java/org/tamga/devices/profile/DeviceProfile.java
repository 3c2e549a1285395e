package org.tamga.devices.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.scanner.FingerSpec;

/**
 * What is known of one make of device; the shape and ranges are those of {@code
 * profile.schema.json}.
 *
 * @param profile name {@code <class>/<maker-model>}
 * @param finger present for finger scanners only
 * @param print present for receipt printers only
 */
public record DeviceProfile(
        String profile,
        @JsonProperty("class") DeviceClass deviceClass,
        String maker,
        String model,
        Transport transport,
        @Nullable FingerSpec finger,
        @Nullable PrintSpec print,
        Verified verified,
        @Nullable List<String> limits) {

    /**
     * @param path where the device is attached; a kit may name another place
     * @param baud serial lines only
     */
    public record Transport(TransportKind kind, @Nullable String path, @Nullable Integer baud) {}

    /**
     * @param how simulator, emulator, recorded-traffic, real-hardware or not-run
     */
    public record Verified(String how, String note) {}

    public String label() {
        return maker + " " + model;
    }
}
