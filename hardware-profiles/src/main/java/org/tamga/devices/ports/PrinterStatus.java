package org.tamga.devices.ports;

/** What a receipt printer says of itself right now. */
public sealed interface PrinterStatus {
    record Ready(boolean paperNearEnd) implements PrinterStatus {}

    record NotReady(DeviceFault fault, String detail) implements PrinterStatus {}
}
