package org.tamga.devices.ports;

/** Whether a device is attached right now, as far as that can be told without using it. */
public sealed interface Presence {
    /** It is there; whether it works only its use tells. */
    record Attached() implements Presence {}

    /**
     * @param detail one English line: where was looked, what is missing
     */
    record Absent(DeviceFault fault, String detail) implements Presence {}
}
