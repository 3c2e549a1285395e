package org.tamga.station.vault;

/** Why the terminal's identity cannot be used; the code is stable. */
public enum IdentityRefusal {
    MISSING("TI-01", "there is no identity file"),
    NOT_OPENED("TI-02", "wrong password or damaged file"),
    INCOMPLETE("TI-03", "a key or certificate is missing or of the wrong kind");

    private final String code;
    private final String text;

    IdentityRefusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@code TI-nn}. */
    public String code() {
        return code;
    }

    /** English, for command lines and logs. */
    public String text() {
        return text;
    }
}
