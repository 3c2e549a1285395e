package org.tamga.devices.document.mrz;

/** As printed in the zone. */
public enum Sex {
    FEMALE,
    MALE,
    /** The filler: not told. */
    UNSPECIFIED
}
