package org.tamga.devices.ports;

/** What came of waiting for a finger. */
public sealed interface FingerCapture {
    /** The caller owns the image and closes it. */
    record Captured(FingerImage image) implements FingerCapture {}

    /**
     * @param detail one English line for the log, without biometric data
     */
    record Failed(DeviceFault fault, String detail) implements FingerCapture {}
}
