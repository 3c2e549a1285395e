package org.tamga.station;

/** Why {@code terminal.json} is not accepted; the code is stable. */
public enum ConfigRefusal {
    MISSING("TC-01", "there is no terminal.json"),
    UNREADABLE("TC-02", "terminal.json is not readable"),
    MALFORMED("TC-03", "terminal.json is malformed"),
    BAD_VALUE("TC-04", "a value in terminal.json is out of range");

    private final String code;
    private final String text;

    ConfigRefusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@code TC-nn}. */
    public String code() {
        return code;
    }

    /** English, for command lines and logs. */
    public String text() {
        return text;
    }
}
