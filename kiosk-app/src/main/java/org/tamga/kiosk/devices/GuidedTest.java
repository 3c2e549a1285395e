package org.tamga.kiosk.devices;

import java.util.List;
import org.tamga.devices.profile.DeviceClass;

/**
 * Where a guided self-test stands.
 *
 * @param devices all that are gone through, at least one
 * @param at index of the one whose turn it is
 */
public record GuidedTest(List<DeviceClass> devices, int at) {

    public GuidedTest {
        devices = List.copyOf(devices);
    }

    public DeviceClass device() {
        return devices.get(at);
    }

    public boolean isLast() {
        return at == devices.size() - 1;
    }

    GuidedTest next() {
        return new GuidedTest(devices, at + 1);
    }
}
