package org.tamga.kiosk.station;

import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.kiosk.slip.Slip;
import org.tamga.kiosk.slip.SlipRaster;

/** Draws a slip at the printer's own width and waits until it is known whether it came out. */
public final class SlipPrinting {

    private final ReceiptPrinter printer;

    public SlipPrinting(ReceiptPrinter printer) {
        this.printer = printer;
    }

    public MonoRaster draw(Slip slip) {
        return MonoRaster.of(SlipRaster.draw(slip, printer.dotsPerLine()));
    }

    public PrintResult print(MonoRaster slip) {
        return printer.print(slip, new CancelSignal());
    }

    public PrintResult print(Slip slip) {
        return print(draw(slip));
    }
}
