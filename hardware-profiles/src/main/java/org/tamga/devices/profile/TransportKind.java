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
    /** Key strokes of a reader that poses as a keyboard, from the kernel's event interface. */
    @JsonProperty("input-events")
    INPUT_EVENTS,
    /** What OpenCV opens: a V4L2 device or numbered pictures. */
    @JsonProperty("video")
    VIDEO,
    /** Motion JPEG over HTTP. */
    @JsonProperty("mjpeg")
    MJPEG,
    @JsonProperty("folder")
    FOLDER,
    @JsonProperty("sysfs")
    SYSFS,
    @JsonProperty("libfprint")
    LIBFPRINT,
    /** A vendor's service on this machine, MOSIP Secure Biometric Interface 1.0. */
    @JsonProperty("sbi")
    SBI,
    @JsonProperty("pcsc")
    PCSC,
    @JsonProperty("cups")
    CUPS,
    @JsonProperty("pkcs11")
    PKCS11,
    @JsonProperty("pkcs12")
    PKCS12;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
