package org.tamga.matcher.dedup;

/** Why a de-duplication cannot go on, with its stable code. */
public enum DedupFault {
    TOO_FEW("DD-01"),
    ID_TWICE("DD-02"),
    OTHER_INPUT("DD-03"),
    OTHER_PARAMETERS("DD-04"),
    DAMAGED("DD-05"),
    NOT_ACCESSIBLE("DD-06"),
    REPORT_NOT_WRITTEN("DD-07"),
    NO_SUBJECT_NAMED("DD-08"),
    NOTHING_TO_COMPARE("DD-09"),
    GRID_NOT_INSTALLED("DD-10"),
    NO_MEMBERS("DD-11"),
    OPEN_NETWORK("DD-12"),
    BAD_ADDRESS("DD-13"),
    NO_PROGRESS("DD-14"),
    IMPRESSION_WITHOUT_MINUTIAE("DD-15"),
    TOO_MANY_IMPRESSIONS("DD-16");

    private final String code;

    DedupFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
