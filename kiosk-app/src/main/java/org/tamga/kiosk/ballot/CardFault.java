package org.tamga.kiosk.ballot;

/** Why an activation card does not open a ballot, or a ballot was not taken. */
public enum CardFault {
    NONE("BC-00"),
    UNREADABLE("BC-01"),
    OTHER_ELECTION("BC-02"),
    OTHER_STATION("BC-03"),
    FORGED("BC-04"),
    SPENT("BC-05"),
    UNKNOWN_BALLOT_STYLE("BC-06"),
    NOT_OPEN("BC-07"),
    UNCERTAIN("BC-08"),
    UNLISTED("BC-09");

    private final String code;

    CardFault(String code) {
        this.code = code;
    }

    /** Stable, for the journal and for reading out. */
    public String code() {
        return code;
    }
}
