package org.tamga.devices.scanner;

import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerScanner;

/** Finger scanner drivers. */
public final class FingerScanners {
    private FingerScanners() {}

    /** A serial sensor of the ZFM-20/R30x family. */
    public static FingerScanner zfm(DeviceInfo info, FingerSpec spec, LinkOpener opener) {
        return new ZfmFingerScanner(info, spec, opener);
    }
}
