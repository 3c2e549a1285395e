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

    /**
     * The machine does not tell.
     *
     * @param fault {@link DeviceFault#NOT_FOUND} where it describes no power supply, as many
     *     desktop machines do
     * @param reason one English line
     */
    record Unknown(DeviceFault fault, String reason) implements PowerState {
        /** False where there is nothing that could be told. */
        public boolean isFailure() {
            return fault != DeviceFault.NOT_FOUND;
        }
    }
}
