package org.tamga.devices.chip;

import java.nio.file.Path;
import java.time.InstantSource;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.DeviceInfo;

/** Drivers of chip readers. */
public final class ChipReaders {
    private ChipReaders() {}

    /**
     * Reads travel documents through any slot.
     *
     * @param trust folder with the certificates of trusted authorities, DER or PEM
     * @param clock tells whether a signer's certificate is valid now
     */
    public static ChipReader emrtd(
            DeviceInfo info, CardSlot slot, Path trust, InstantSource clock) {
        return new EmrtdReader(info, slot, trust, clock);
    }
}
