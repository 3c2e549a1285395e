package org.tamga.devices.document.mrz;

import java.util.List;

/** What came of reading lines as a machine-readable zone. */
public sealed interface MrzReading {
    /** Every check digit is right, the composite one too. */
    record Valid(MrzDocument document) implements MrzReading {}

    /**
     * It is a zone, but parts of it cannot be right.
     *
     * @param doubts at least one, in the order of the zone
     */
    record Doubtful(MrzFormat format, List<MrzDoubt> doubts) implements MrzReading {
        public Doubtful {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * It looks like a zone that is incomplete or damaged beyond its characters.
     *
     * @param reason one English line without personal data
     */
    record Unreadable(String reason) implements MrzReading {}

    /** Something else: a number, a barcode. */
    record NotAZone() implements MrzReading {}
}
