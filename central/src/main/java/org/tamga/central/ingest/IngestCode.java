package org.tamga.central.ingest;

/** Why the centre refuses something that reached it: stable codes, and what HTTP calls them. */
public enum IngestCode {
    /** Not the canonical form of what was expected. */
    MALFORMED("CN-61", 400),
    /** The id in the path is not the hash of the envelope. */
    WRONG_ID("CN-62", 400),
    /** Another election. */
    WRONG_ELECTION("CN-63", 403),
    /** No such terminal at that station. */
    UNKNOWN_TERMINAL("CN-64", 403),
    /** The client's certificate is not the item's terminal's, nor its station's operator's. */
    WRONG_CERTIFICATE("CN-65", 403),
    /** The item was not signed by its terminal. */
    BAD_SIGNATURE("CN-66", 403),
    /** Another item has this number already. */
    NUMBER_TAKEN("CN-67", 409),
    /** The events do not follow those that are here; deliver the earlier ones first. */
    JOURNAL_GAP("CN-68", 409),
    /** A protocol whose seal, signatures or ratios do not hold. */
    BAD_PROTOCOL("CN-69", 422),
    /** Content that is not what its kind says. */
    BAD_CONTENT("CN-70", 422),
    /** A ballot that is not the booth's. */
    BAD_BALLOT("CN-71", 422),
    /** Longer than the centre takes. */
    TOO_LARGE("CN-72", 413),
    /** No such address. */
    NOT_FOUND("CN-73", 404),
    /** Not with this method. */
    WRONG_METHOD("CN-74", 405),
    /** A broken chain, a wrong hash or signature inside a journal. */
    BAD_JOURNAL("CN-75", 422);

    private final String code;
    private final int httpStatus;

    IngestCode(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** Stable short code. */
    public String code() {
        return code;
    }

    /** Status of the answer, 4xx. */
    public int httpStatus() {
        return httpStatus;
    }
}
