package org.tamga.kiosk.devices;

import org.tamga.devices.profile.DeviceClass;

/** What the operator's terminal makes of a class of device: its icon, and what hangs on it. */
public final class DeviceLook {

    private DeviceLook() {}

    /** Material Design icon literal of Ikonli. */
    public static String icon(DeviceClass device) {
        return switch (device) {
            case FINGER_SCANNER -> "mdi2f-fingerprint";
            case CAMERA -> "mdi2v-video-outline";
            case DOCUMENT_READER -> "mdi2c-card-account-details-outline";
            case CHIP_READER -> "mdi2c-contactless-payment";
            case RECEIPT_PRINTER -> "mdi2r-receipt-text-outline";
            case PAGE_PRINTER -> "mdi2p-printer-outline";
            case SIGNING_TOKEN -> "mdi2k-key-variant";
            case POWER_SUPPLY -> "mdi2p-power-plug-outline";
        };
    }

    /** Message key of the name. */
    public static String nameKey(DeviceClass device) {
        return "devices.kind." + device;
    }

    /**
     * Whether opening waits for it: without a scanner nobody is identified, without a slip printer
     * there is neither slip nor zero report.
     */
    public static boolean needed(DeviceClass device) {
        return device == DeviceClass.FINGER_SCANNER || device == DeviceClass.RECEIPT_PRINTER;
    }

    /**
     * Whether it can be missed: many machines know nothing of their power, and work all the same.
     */
    static boolean canBeMissed(DeviceClass device) {
        return device != DeviceClass.POWER_SUPPLY;
    }

    /** Whether there is a picture to look at. */
    static boolean givesPictures(DeviceClass device) {
        return device == DeviceClass.FINGER_SCANNER
                || device == DeviceClass.CAMERA
                || device == DeviceClass.CHIP_READER;
    }

    /** Whether it is in use at the table while the station is open. */
    public static boolean usedAtCheckIn(DeviceClass device) {
        return switch (device) {
            case FINGER_SCANNER, CAMERA, DOCUMENT_READER, CHIP_READER, RECEIPT_PRINTER -> true;
            case PAGE_PRINTER, SIGNING_TOKEN, POWER_SUPPLY -> false;
        };
    }
}
