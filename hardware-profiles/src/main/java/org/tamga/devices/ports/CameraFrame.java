package org.tamga.devices.ports;

/** What came of asking the camera for a picture. */
public sealed interface CameraFrame {
    /** The caller owns the image and closes it. */
    record Captured(CameraImage image) implements CameraFrame {}

    record Failed(DeviceFault fault, String detail) implements CameraFrame {}
}
