package org.tamga.devices.ports;

import java.time.Duration;

/** A reader of the chips of passports and identity cards (ICAO 9303 part 10, eMRTD). */
public interface ChipReader extends Device {
    /**
     * Waits for a document and reads its chip.
     *
     * @param access what is printed on the document and opens its chip
     * @param timeout for the document to come and for the reading together; positive, at most five
     *     minutes
     */
    ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel);
}
