package org.tamga.devices.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Kinds of device, in the order in which a station lists them. */
public enum DeviceClass {
    @JsonProperty("finger-scanner")
    FINGER_SCANNER,
    @JsonProperty("camera")
    CAMERA,
    @JsonProperty("document-reader")
    DOCUMENT_READER,
    @JsonProperty("chip-reader")
    CHIP_READER,
    @JsonProperty("receipt-printer")
    RECEIPT_PRINTER,
    @JsonProperty("page-printer")
    PAGE_PRINTER,
    @JsonProperty("signing-token")
    SIGNING_TOKEN,
    @JsonProperty("power-supply")
    POWER_SUPPLY;

    /** The name in files and on the command line, e.g. {@code finger-scanner}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
