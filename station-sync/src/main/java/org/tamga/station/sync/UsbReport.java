package org.tamga.station.sync;

import java.util.List;

/** Outcome of an exchange by folder. */
public sealed interface UsbReport {
    /**
     * @param written items written now
     * @param present items that were there already, byte for byte
     */
    record Written(int written, int present) implements UsbReport {}

    /**
     * @param accepted receipts that are new
     * @param known receipts that were known
     * @param rejected names of files that are no receipts of the centre for this terminal
     */
    record ReceiptsRead(int accepted, int known, List<String> rejected) implements UsbReport {
        public ReceiptsRead {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * The folder cannot be read or written, e.g. the stick was pulled out. What is complete in it
     * stays usable; the call may be repeated.
     *
     * @param code {@code US-01} not a folder, {@code US-02} cannot be written, {@code US-03} cannot
     *     be read
     */
    record Failed(String code, String detail) implements UsbReport {}
}
