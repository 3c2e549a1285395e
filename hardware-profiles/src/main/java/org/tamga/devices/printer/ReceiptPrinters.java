package org.tamga.devices.printer;

import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.ReceiptPrinter;

/** Receipt printer drivers. */
public final class ReceiptPrinters {
    private ReceiptPrinters() {}

    /** An ESC/POS printer; its link is opened at first use and again after an unplug. */
    public static ReceiptPrinter escPos(DeviceInfo info, PrintSpec spec, LinkOpener opener) {
        return new EscPosReceiptPrinter(info, spec, opener);
    }
}
