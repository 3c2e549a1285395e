package org.tamga.kiosk.station;

import org.tamga.devices.DeviceKit;
import org.tamga.devices.Simulation;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.kiosk.slip.Slip;
import org.tamga.kiosk.slip.SlipPdf;
import org.tamga.kiosk.slip.SlipRaster;

/**
 * Draws a slip at the printer's own width and waits until it is known whether it came out. Where
 * the printer is a simulator, the slip is kept as a PDF as well.
 */
public final class SlipPrinting {

    private final ReceiptPrinter printer;
    private final Simulation simulation;

    public SlipPrinting(DeviceKit kit) {
        this.printer = kit.receiptPrinter();
        this.simulation = kit.simulation();
    }

    /**
     * A slip as it will lie on the paper.
     *
     * @param raster the dots, at the printer's width
     */
    public record Drawn(Slip slip, MonoRaster raster) {}

    public Drawn draw(Slip slip) {
        return new Drawn(slip, MonoRaster.of(SlipRaster.draw(slip, printer.dotsPerLine())));
    }

    public PrintResult print(Drawn drawn) {
        var result = printer.print(drawn.raster(), new CancelSignal());
        if (result instanceof PrintResult.Printed) {
            simulation.keepSlip(() -> SlipPdf.write(drawn.slip()));
        }
        return result;
    }

    public PrintResult print(Slip slip) {
        return print(draw(slip));
    }

    /** True when the printer is a simulator. */
    public boolean simulated() {
        return printer.info().simulated();
    }
}
