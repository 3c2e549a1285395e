package org.tamga.devices.token;

import org.tamga.devices.ports.DeviceFault;

/** What the codes {@code CKR_…} mean for a person. */
final class TokenErrors {
    static final long ALREADY_LOGGED_IN = 0x100;
    static final long NOT_INITIALIZED = 0x190;

    private TokenErrors() {}

    /** While logging in. */
    static DeviceFault opening(long code) {
        return switch ((int) code) {
            // PIN incorrect, invalid, of a wrong length.
            case 0xA0, 0xA1, 0xA2 -> DeviceFault.WRONG_PIN;
            // PIN expired, PIN locked.
            case 0xA3, 0xA4 -> DeviceFault.TOKEN_LOCKED;
            // Slot gone, device removed, token not present or not recognized.
            case 0x03, 0x32, 0xE0, 0xE1 -> DeviceFault.UNPLUGGED;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    /** While signing; a session that ended by itself means that the card was pulled. */
    static DeviceFault signing(long code) {
        return switch ((int) code) {
            // As above; session closed or its handle unknown, key unknown.
            case 0x03, 0x32, 0xE0, 0xE1, 0xB0, 0xB3, 0x60 -> DeviceFault.CARD_REMOVED;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    static String words(long code) {
        return "the token answers CKR %X".formatted(code);
    }
}
