package org.tamga.devices.scanner;

import org.tamga.devices.link.SerialLine;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerScanner;

/** Finger scanner drivers. */
public final class FingerScanners {
    private FingerScanners() {}

    /** A serial sensor of the ZFM-20/R30x family. */
    public static FingerScanner zfm(DeviceInfo info, FingerSpec spec, SerialLine line) {
        return new SerialFingerScanner(info, spec.qualityFloor(), new ZfmProtocol(spec), line);
    }

    /** A serial module of Suprema's SFM series. */
    public static FingerScanner sfm(DeviceInfo info, FingerSpec spec, SerialLine line) {
        return new SerialFingerScanner(info, spec.qualityFloor(), new SfmProtocol(spec), line);
    }
}
