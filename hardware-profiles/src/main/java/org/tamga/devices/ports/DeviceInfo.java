package org.tamga.devices.ports;

/**
 * Which device this is.
 *
 * @param id where it is attached, e.g. {@code /dev/usb/lp0}; unique within a kit
 * @param profile profile name, {@code <class>/<maker-model>}
 * @param label words for a person; starts with "SIMULATED" when no real device stands behind it
 * @param simulated true when a simulator answers
 */
public record DeviceInfo(String id, String profile, String label, boolean simulated) {
    /** Stands for a class of device that the kit does not hold. */
    public static final DeviceInfo NONE = new DeviceInfo("none", "none", "–", false);

    public DeviceInfo {
        if (simulated && !label.startsWith("SIMULATED")) {
            label = "SIMULATED " + label;
        }
    }
}
