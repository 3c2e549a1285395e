package org.tamga.kiosk.devices;

import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;

/** What a device showed when it was tried; never a person's data. */
public sealed interface Seen {

    /** A camera picture came; more follow. */
    record Frame(int width, int height) implements Seen {}

    /** A finger was captured. */
    record Finger(int width, int height, double dpi) implements Seen {}

    /**
     * A document was read.
     *
     * @param zone whether the lines are a machine-readable zone with right check digits
     */
    record Document(int lines, Zone zone) implements Seen {}

    /** What the lines of a document are. */
    enum Zone {
        VALID,
        WRONG,
        /** A number or a barcode. */
        NONE
    }

    /** The printed lines that open a chip were read; the chip itself is waited for. */
    record LinesRead() implements Seen {}

    /**
     * A chip was read.
     *
     * @param protocol how it was opened, e.g. PACE or PACE+CA; a name in every language
     */
    record Chip(String protocol, Trust trust) implements Seen {}

    /** Whether a chip's data are as their issuer signed them. */
    enum Trust {
        GENUINE,
        /** Whole, but of an issuer whose certificate is not installed. */
        UNTRUSTED,
        ALTERED
    }

    /** Slip or page is out. */
    record Printed() implements Seen {}

    record Power(PowerState state) implements Seen {}

    /** It is attached; more cannot be told without a person's document or PIN. */
    record Attached() implements Seen {}

    record Failed(DeviceFault fault) implements Seen {}
}
