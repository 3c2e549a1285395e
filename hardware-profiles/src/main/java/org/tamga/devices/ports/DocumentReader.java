package org.tamga.devices.ports;

import java.time.Duration;

/** A reader of printed documents: machine-readable zone, barcode, QR. */
public interface DocumentReader extends Device {
    DocumentReading read(Duration timeout, CancelSignal cancel);
}
