package org.tamga.kiosk.ballot;

import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.kiosk.station.SlipPrinting;

/**
 * What a booth uses of its kit. No camera, no finger scanner: a booth cannot know who stands before
 * it.
 *
 * @param cards reads the code printed on an activation card
 * @param printing of confirmation slips
 */
public record BoothKit(DocumentReader cards, SlipPrinting printing) {

    /** The two devices; the others of the kit are never touched. The kit stays its owner's. */
    public static BoothKit of(DeviceKit kit) {
        return new BoothKit(kit.documentReader(), new SlipPrinting(kit));
    }

    /** True when at least one of them is a simulator: then the whole window says so. */
    public boolean simulated() {
        return cards.info().simulated() || printing.simulated();
    }
}
