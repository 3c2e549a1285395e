package org.tamga.devices.chip;

import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/** What the codes of {@code pcsclite.h} mean for a person. */
final class PcscErrors {
    static final int TIMEOUT = 0x8010000A;

    private static final int SHARING_VIOLATION = 0x8010000B;
    private static final int NO_CARD = 0x8010000C;
    private static final int UNKNOWN_READER = 0x80100009;
    private static final int INVALID_HANDLE = 0x80100003;
    private static final int READER_UNAVAILABLE = 0x80100017;
    private static final int NO_SERVICE = 0x8010001D;
    private static final int SERVICE_STOPPED = 0x8010001E;
    private static final int NO_READERS = 0x8010002E;
    private static final int COMMUNICATION = 0x80100013;
    private static final int ACCESS_DENIED = 0x8010006A;
    private static final int UNRESPONSIVE = 0x80100066;
    private static final int UNPOWERED = 0x80100067;
    private static final int RESET = 0x80100068;
    private static final int REMOVED = 0x80100069;

    private PcscErrors() {}

    /** At opening: nothing was in use yet. */
    static LinkException opening(int code) {
        return switch (code) {
            case NO_SERVICE, SERVICE_STOPPED, COMMUNICATION, INVALID_HANDLE ->
                    new LinkException(
                            DeviceFault.DRIVER_MISSING,
                            "the smart card service does not run: package pcscd");
            case NO_READERS, UNKNOWN_READER, READER_UNAVAILABLE ->
                    new LinkException(DeviceFault.NOT_FOUND, "no such chip reader is attached");
            default -> common(code);
        };
    }

    /** While a card is in use; the reader's cable and its service cannot be told apart. */
    static LinkException using(int code) {
        return switch (code) {
            case NO_SERVICE,
                    SERVICE_STOPPED,
                    COMMUNICATION,
                    INVALID_HANDLE,
                    NO_READERS,
                    UNKNOWN_READER,
                    READER_UNAVAILABLE ->
                    new LinkException(DeviceFault.UNPLUGGED, "the chip reader went away");
            default -> common(code);
        };
    }

    private static LinkException common(int code) {
        return switch (code) {
            case NO_CARD, REMOVED, RESET, UNPOWERED, UNRESPONSIVE ->
                    new LinkException(DeviceFault.CARD_REMOVED, "the document was taken away");
            case SHARING_VIOLATION ->
                    new LinkException(DeviceFault.BUSY, "another program uses the reader");
            case ACCESS_DENIED ->
                    new LinkException(
                            DeviceFault.NO_PERMISSION, "the smart card service refuses this user");
            default -> Tlv.broken("the smart card service answers %08X".formatted(code));
        };
    }
}
