package org.tamga.election.definition;

/** Why an election package is not accepted. */
public enum PackageRefusal {
    BAD_SIGNATURE("EP-01"),
    UNKNOWN_KEY("EP-02"),
    NOT_YET_VALID("EP-03"),
    EXPIRED("EP-04"),
    MALFORMED("EP-05"),
    INCONSISTENT("EP-06"),
    REPLACED("EP-07");

    private final String code;

    PackageRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
