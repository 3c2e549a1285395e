package org.tamga.devices.ports;

import java.util.OptionalInt;

/** Where the terminal's power comes from. */
public sealed interface PowerState {
    /**
     * Delivered from outside, and no battery drains.
     *
     * @param batteryPercent charge 0 … 100 when a battery stands by
     */
    record Mains(OptionalInt batteryPercent) implements PowerState {}

    /**
     * A battery drains: there is no mains, or too little of it.
     *
     * @param percent charge 0 … 100
     */
    record Battery(int percent) implements PowerState {}

    /** The machine does not tell. */
    record Unknown(String reason) implements PowerState {}
}
