package org.tamga.election.protocol;

/** Why a CMS signature is not accepted. */
public enum CmsFault {
    MALFORMED("PR-01"),
    NOT_DETACHED("PR-02"),
    NO_SIGNER("PR-03"),
    BAD_SIGNATURE("PR-04"),
    UNKNOWN_CERTIFICATE("PR-05"),
    SIGNED_TWICE("PR-06"),
    WRONG_OFFICIAL("PR-07");

    private final String code;

    CmsFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
