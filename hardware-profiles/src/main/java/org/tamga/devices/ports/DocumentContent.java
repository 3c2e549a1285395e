package org.tamga.devices.ports;

import org.tamga.devices.document.code.ScannedCode;
import org.tamga.devices.document.mrz.MrzDocument;

/** What a document reader's lines mean. */
public sealed interface DocumentContent {
    /** A machine-readable zone whose check digits are all right. */
    record Mrz(MrzDocument document) implements DocumentContent {}

    /** A barcode, a QR code, or a number. */
    record Code(ScannedCode code) implements DocumentContent {}
}
