package org.tamga.kiosk.devices;

import java.time.Instant;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;

/**
 * A device and its last self-test.
 *
 * @param fault what the last test found; empty when it passed
 * @param testedAt empty before the first test
 */
public record DeviceState(
        DeviceKind kind, DeviceInfo info, Optional<DeviceFault> fault, Optional<Instant> testedAt) {

    public boolean passed() {
        return testedAt.isPresent() && fault.isEmpty();
    }
}
