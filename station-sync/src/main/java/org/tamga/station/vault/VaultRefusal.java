package org.tamga.station.vault;

/** Why the vault does not open; the code is stable and may be read out by a user. */
public enum VaultRefusal {
    WRONG_CODE("VT-01", "wrong code"),
    UNKNOWN_OFFICIAL("VT-02", "this official holds no share of the key"),
    TOO_FEW_OFFICIALS("VT-03", "more officials are needed"),
    DAMAGED("VT-04", "the vault is damaged"),
    MISSING("VT-05", "there is no vault"),
    SAME_OFFICIAL_TWICE("VT-06", "the same official twice"),
    ALREADY_EXISTS("VT-07", "the vault exists already"),
    IDENTITY_NOT_OPENED("VT-08", "the password does not open the terminal's identity"),
    NOT_WRITABLE("VT-09", "the vault cannot be written");

    private final String code;
    private final String text;

    VaultRefusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@code VT-nn}. */
    public String code() {
        return code;
    }

    /** English, for command lines and logs. */
    public String text() {
        return text;
    }
}
