package org.tamga.devices.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.camera.CameraSpec;
import org.tamga.devices.power.PowerSpec;
import org.tamga.devices.printer.PageSpec;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.scanner.FingerSpec;

/**
 * What is known of one make of device; the shape and ranges are those of {@code
 * profile.schema.json}.
 *
 * @param profile name {@code <class>/<maker-model>}
 * @param rehearsalOnly true for what stands in for a device: screens say SIMULATED, and a real
 *     election is not held with it
 * @param match how an attached device is known to be of this make
 * @param finger present for finger scanners only
 * @param camera present for cameras only
 * @param print present for receipt printers only
 * @param page present for page printers only
 * @param power present for power supplies only
 */
public record DeviceProfile(
        String profile,
        @JsonProperty("class") DeviceClass deviceClass,
        String maker,
        String model,
        @Nullable Boolean rehearsalOnly,
        @Nullable Match match,
        Transport transport,
        @Nullable FingerSpec finger,
        @Nullable CameraSpec camera,
        @Nullable PrintSpec print,
        @Nullable PageSpec page,
        @Nullable PowerSpec power,
        Verified verified,
        @Nullable List<String> limits) {

    /**
     * All that is given must hold.
     *
     * @param usb {@code vendor:product} in lower-case hex, any of them
     * @param byId glob over the names in {@code /dev/serial/by-id}, {@code /dev/v4l/by-id} or
     *     {@code /dev/input/by-id}
     * @param driver the driver's name for the device
     * @param name regular expression over the name that the device tells
     */
    public record Match(
            @Nullable List<String> usb,
            @Nullable String byId,
            @Nullable String driver,
            @Nullable String name) {}

    /**
     * @param at where the device is attached, a path, an address or a name; a kit may name another
     *     place
     * @param baud serial lines only
     * @param detectBaud tries the other rates of the protocol when the device is silent at {@code
     *     baud}
     * @param answerMs how long one answer may take
     * @param trust PC/SC only: folder with the certificates of trusted authorities, DER or PEM
     * @param token PKCS#11 only: the token's own name; absent means the first token
     */
    public record Transport(
            TransportKind kind,
            @Nullable Protocol protocol,
            @Nullable String at,
            @Nullable Integer baud,
            @Nullable Boolean detectBaud,
            @Nullable Integer answerMs,
            @Nullable String trust,
            @Nullable String token) {}

    /**
     * @param how simulator, emulator, recorded-traffic, real-hardware or not-run
     */
    public record Verified(String how, String note) {}

    /** Whether whatever answers is never a real device. */
    public boolean standsIn() {
        return Boolean.TRUE.equals(rehearsalOnly)
                || transport.kind() == TransportKind.SIMULATED
                || transport.kind() == TransportKind.FOLDER;
    }

    public String label() {
        return maker + " " + model;
    }
}
