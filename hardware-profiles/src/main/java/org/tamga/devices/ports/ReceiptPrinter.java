package org.tamga.devices.ports;

/** A thermal printer of numbered slips. */
public interface ReceiptPrinter extends Device {
    /** Widest printable raster, dots: 384 on 58 mm paper, 576 on 80 mm paper. */
    int dotsPerLine();

    /** Prints one slip and cuts it; waits until the printer's status tells what came of it. */
    PrintResult print(MonoRaster slip, CancelSignal cancel);

    PrinterStatus status();
}
