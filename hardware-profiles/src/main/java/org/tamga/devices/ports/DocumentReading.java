package org.tamga.devices.ports;

import java.util.List;

/** What came of waiting for a document. */
public sealed interface DocumentReading {
    /**
     * @param lines what the reader sent, one scan: two or three machine-readable-zone lines, or one
     *     number or barcode
     */
    record Read(List<String> lines) implements DocumentReading {
        public Read {
            lines = List.copyOf(lines);
        }

        /** Personal data: only the shape is text. */
        @Override
        public String toString() {
            return "Read[" + lines.size() + " lines]";
        }
    }

    record Failed(DeviceFault fault, String detail) implements DocumentReading {}
}
