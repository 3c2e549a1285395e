package org.tamga.verifier.record;

/**
 * What can be wrong with a record. The numbers are stable; docs/manual-observer.md explains them.
 */
public enum Code {
    MANIFEST("VF-01"),
    DIGEST("VF-02"),
    LISTED_BUT_MISSING("VF-03"),
    NOT_LISTED("VF-04"),
    TRUST("VF-05"),
    MISSING("VF-06"),
    MALFORMED("VF-07"),
    SIGNATURE("VF-08"),
    PACKAGE("VF-10"),
    GUARDIAN_KEY("VF-11"),
    BASE_HASH("VF-12"),
    CARD_LIST("VF-13"),
    JOURNAL_LINE("VF-20"),
    JOURNAL_CHAIN("VF-21"),
    JOURNAL_SIGNATURE("VF-22"),
    JOURNAL_HEAD("VF-23"),
    CHECK_IN("VF-24"),
    JOURNAL_TOTALS("VF-25"),
    BALLOT_FORM("VF-30"),
    BALLOT_GROUP("VF-31"),
    SELECTION_PROOF("VF-32"),
    LIMIT_PROOF("VF-33"),
    CONTEST_HASH("VF-34"),
    CONFIRMATION_CODE("VF-35"),
    BALLOT_SIGNATURE("VF-36"),
    BALLOT_DUPLICATE("VF-37"),
    BALLOT_OPENING("VF-38"),
    LOG("VF-40"),
    CHECKPOINT("VF-41"),
    SPENT_CARDS("VF-42"),
    BOOTH_CLOSING("VF-43"),
    BOOTH_IMPORT("VF-44"),
    PROTOCOL("VF-50"),
    PROTOCOL_COUNTERS("VF-51"),
    PROTOCOL_RATIOS("VF-52"),
    PROTOCOL_CMS("VF-53"),
    PROTOCOL_JOURNAL("VF-54"),
    PDF_SIGNATURE("VF-55"),
    PDF_CONTENT("VF-56"),
    TALLY_AGGREGATE("VF-60"),
    TALLY_FORM("VF-61"),
    TALLY_PROOF("VF-62"),
    TALLY_COUNT("VF-63"),
    TALLY_STATIONS("VF-64"),
    TALLY_FEW_BALLOTS("VF-65"),
    RESULTS("VF-70"),
    TURNOUT("VF-71");

    private final String text;

    Code(String text) {
        this.text = text;
    }

    /** {@code VF-nn}. */
    public String text() {
        return text;
    }
}
