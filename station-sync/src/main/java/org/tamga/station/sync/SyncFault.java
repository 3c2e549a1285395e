package org.tamga.station.sync;

/** Why the centre was not reached, or its answer cannot be used; the code is stable. */
public enum SyncFault {
    NO_CONNECTION("SY-01", "no connection to the centre"),
    TIMEOUT("SY-02", "the centre did not answer in time"),
    NOT_TRUSTED("SY-03", "the server is not the centre, or does not trust this terminal"),
    CUT("SY-04", "the connection was cut"),
    RECEIPT_NOT_TRUSTED("SY-05", "the receipt is not signed by the centre for this item"),
    ANSWER_MALFORMED("SY-06", "the centre's answer is malformed or too long"),
    SERVER_FAILED("SY-07", "the centre reports a failure of its own");

    private final String code;
    private final String text;

    SyncFault(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@code SY-nn}. */
    public String code() {
        return code;
    }

    /** English, for command lines and logs. */
    public String text() {
        return text;
    }
}
