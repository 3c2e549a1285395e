package org.tamga.kiosk.devices;

/** The classes of devices of an operator terminal. */
public enum DeviceKind {
    /** Without it nobody can be identified: the station does not open. */
    SCANNER("mdi2f-fingerprint", true),
    CAMERA("mdi2v-video-outline", false),
    /** Without it there is no slip and no zero report: the station does not open. */
    RECEIPT_PRINTER("mdi2r-receipt-text-outline", true),
    PAGE_PRINTER("mdi2p-printer-outline", false),
    POWER("mdi2p-power-plug-outline", false);

    private final String icon;
    private final boolean needed;

    DeviceKind(String icon, boolean needed) {
        this.icon = icon;
        this.needed = needed;
    }

    public String icon() {
        return icon;
    }

    /** Whether opening waits for it. */
    public boolean needed() {
        return needed;
    }
}
