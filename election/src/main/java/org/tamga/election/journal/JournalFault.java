package org.tamga.election.journal;

/** What is wrong with a journal. */
public enum JournalFault {
    MALFORMED("JR-01"),
    WRONG_SEQUENCE("JR-02"),
    BROKEN_CHAIN("JR-03"),
    WRONG_HASH("JR-04"),
    BAD_SIGNATURE("JR-05"),
    FOREIGN_TERMINAL("JR-06"),
    UNKNOWN_DATA("JR-07"),
    CUT_OFF("JR-08");

    private final String code;

    JournalFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
