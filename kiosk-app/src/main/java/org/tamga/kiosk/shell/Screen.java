package org.tamga.kiosk.shell;

/** The operator terminal's screens in the order of the day; the rail shows them in this order. */
public enum Screen {
    SIGN_IN("mdi2a-account-key-outline"),
    OPENING("mdi2c-clipboard-check-outline"),
    IDENTIFY("mdi2f-fingerprint"),
    CLOSING("mdi2l-lock-clock"),
    COUNT("mdi2c-counter"),
    PROTOCOL("mdi2f-file-document-edit-outline"),
    SYNC("mdi2c-cloud-sync-outline"),
    DEVICES("mdi2u-usb-port");

    private final String icon;

    Screen(String icon) {
        this.icon = icon;
    }

    /** Material Design icon literal of Ikonli. */
    public String icon() {
        return icon;
    }

    /** Message key of the name on the rail. */
    public String titleKey() {
        return "screen." + name();
    }
}
