package org.tamga.devices.ports;

import java.util.List;
import org.tamga.devices.document.mrz.MrzDoubt;

/** What came of waiting for a document. */
public sealed interface DocumentReading {
    /**
     * @param lines what the reader sent, one scan: two or three machine-readable-zone lines, or one
     *     number or barcode
     * @param content what they mean
     */
    record Read(List<String> lines, DocumentContent content) implements DocumentReading {
        public Read {
            lines = List.copyOf(lines);
        }

        /** Personal data: only the shape is text. */
        @Override
        public String toString() {
            return "Read[" + lines.size() + " lines]";
        }
    }

    /**
     * A machine-readable zone of which parts cannot be right ({@link DeviceFault#CHECK_DIGIT}). A
     * person looks at the document and decides; nothing is corrected.
     *
     * @param lines as read
     * @param doubts at least one
     */
    record Doubtful(List<String> lines, List<MrzDoubt> doubts) implements DocumentReading {
        public Doubtful {
            lines = List.copyOf(lines);
            doubts = List.copyOf(doubts);
        }

        public DeviceFault fault() {
            return DeviceFault.CHECK_DIGIT;
        }

        @Override
        public String toString() {
            return "Doubtful" + doubts;
        }
    }

    /**
     * @param detail one English line without what the document says
     */
    record Failed(DeviceFault fault, String detail) implements DocumentReading {}
}
