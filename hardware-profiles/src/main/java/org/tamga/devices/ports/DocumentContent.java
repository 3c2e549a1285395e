package org.tamga.devices.ports;

import java.util.Optional;
import org.tamga.devices.document.code.ScannedCode;
import org.tamga.devices.document.mrz.MrzDocument;

/** What a document reader's lines mean. */
public sealed interface DocumentContent {
    /** A machine-readable zone whose check digits are all right. */
    record Mrz(MrzDocument document) implements DocumentContent {
        /** What opens the document's chip; empty when the zone leaves the day of birth unknown. */
        public Optional<ChipAccess> chipAccess() {
            return document.birth()
                    .map(
                            birth ->
                                    new ChipAccess.MrzKey(
                                            document.documentNumber(), birth, document.expiry()));
        }
    }

    /** A barcode, a QR code, or a number. */
    record Code(ScannedCode code) implements DocumentContent {}
}
