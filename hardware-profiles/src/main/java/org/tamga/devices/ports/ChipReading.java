package org.tamga.devices.ports;

/** What came of reading a chip. */
public sealed interface ChipReading {
    /** The caller owns the document and closes it. */
    record Read(ChipDocument document) implements ChipReading {}

    record Failed(DeviceFault fault, String detail) implements ChipReading {}
}
