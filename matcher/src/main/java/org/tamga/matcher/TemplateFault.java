package org.tamga.matcher;

/** Why template bytes were refused. The code is stable and may be shown to people. */
public enum TemplateFault {
    /** The bytes do not begin as a template of ours. */
    NOT_A_TEMPLATE("FT-01"),
    /** Written in a format version that this program does not know. */
    UNKNOWN_VERSION("FT-02"),
    /** Truncated, or the SHA-256 checksum does not fit. */
    DAMAGED("FT-03"),
    /** Intact, but its minutiae cannot be those of a finger (count, position, direction, type). */
    IMPLAUSIBLE("FT-04");

    private final String code;

    TemplateFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
