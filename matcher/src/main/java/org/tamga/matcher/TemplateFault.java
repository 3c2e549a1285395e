package org.tamga.matcher;

/**
 * Why template bytes were refused, or could not be written. The code is stable and may be shown to
 * people.
 */
public enum TemplateFault {
    /** The bytes do not begin as a template in a known format. */
    NOT_A_TEMPLATE("FT-01"),
    /** Written in a format version that this program does not know. */
    UNKNOWN_VERSION("FT-02"),
    /** Truncated, or the SHA-256 checksum does not fit. */
    DAMAGED("FT-03"),
    /** Intact, but its minutiae cannot be those of a finger (count, position, direction, type). */
    IMPLAUSIBLE("FT-04"),
    /** More bytes than a template file may have. */
    TOO_LARGE("FT-05"),
    /** There is no such file, or it may not be read. */
    NOT_ACCESSIBLE("FT-06"),
    /** The format asked for cannot hold these impressions. */
    NOT_EXPRESSIBLE("FT-07");

    private final String code;

    TemplateFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
