package org.tamga.devices.ports;

/** What became of a slip. */
public sealed interface PrintResult {
    /** The printer's own status after the job says that the slip is out and cut. */
    record Printed() implements PrintResult {}

    /**
     * The slip must not be counted as printed.
     *
     * @param paperMayHaveMoved true when part of the slip, or all of it unconfirmed, may hang out
     *     of the printer
     */
    record Failed(DeviceFault fault, boolean paperMayHaveMoved, String detail)
            implements PrintResult {}
}
