package org.tamga.devices.printer.cups;

import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.printer.PageSpec;

/** Printers of A4 pages behind CUPS. */
public final class CupsPrinters {
    private CupsPrinters() {}

    /**
     * @param at name of a queue of this machine's CUPS, or {@code
     *     http://127.0.0.1:port/printers/name}
     */
    public static PagePrinter open(DeviceInfo info, PageSpec spec, String at) {
        return new CupsPagePrinter(info, spec, at);
    }
}
