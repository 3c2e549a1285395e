package org.tamga.devices.scanner.sbi;

import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerSpec;

/** Scanners behind a vendor's service on this machine. */
public final class SbiScanners {
    private SbiScanners() {}

    /**
     * @param at ports and trusted certificates, see {@link SbiAddress}
     */
    public static FingerScanner open(DeviceInfo info, FingerSpec spec, String at) {
        return new SbiFingerScanner(info, spec, at);
    }
}
