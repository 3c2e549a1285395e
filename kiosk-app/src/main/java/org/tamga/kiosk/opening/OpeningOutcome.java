package org.tamga.kiosk.opening;

import java.time.Instant;

/** What came of touching "open". */
public sealed interface OpeningOutcome {

    record Opened(Instant at) implements OpeningOutcome {}

    /**
     * @param code OP-nn
     */
    record Refused(String code) implements OpeningOutcome {}
}
