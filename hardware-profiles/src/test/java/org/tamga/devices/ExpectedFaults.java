package org.tamga.devices;

import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.simulator.SimulatedFault;

/** What a driver must answer to each fault of its device; one place, for every class of device. */
final class ExpectedFaults {
    private ExpectedFaults() {}

    /** Empty when the use must succeed all the same. */
    static Optional<DeviceFault> of(DeviceProfile profile, SimulatedFault fault) {
        return switch (fault) {
            case NOISE, SLOW, PARTIAL_FINGER, WET_FINGER, DRY_FINGER, PAPER_NEAR_END ->
                    Optional.empty();
            case NOBODY -> Optional.of(DeviceFault.TIMEOUT);
            case STUCK -> Optional.of(stuck(profile));
            case UNPLUGGED -> unplugged(profile);
            case UNPLUGGED_MID_TRANSFER -> Optional.of(DeviceFault.UNPLUGGED);
            case WRONG_LENGTH -> Optional.of(wrongLength(profile));
            case WRONG_CHECKSUM, ENDLESS_REPLY, HUGE_IMAGE ->
                    Optional.of(DeviceFault.PROTOCOL_ERROR);
            case LIFTED_EARLY -> Optional.of(lifted(profile));
            case BLACK_IMAGE -> Optional.of(DeviceFault.BLANK_IMAGE);
            case OVEREXPOSED -> Optional.of(DeviceFault.OVEREXPOSED);
            case FROZEN -> Optional.of(DeviceFault.FROZEN);
            case PAPER_OUT, HALF_PRINTED -> Optional.of(DeviceFault.PAPER_OUT);
            case COVER_OPEN -> Optional.of(DeviceFault.COVER_OPEN);
            case OFFLINE -> Optional.of(DeviceFault.OFFLINE);
            case CUTTER_JAM -> Optional.of(DeviceFault.PRINTER_ERROR);
            case WRONG_PIN -> Optional.of(DeviceFault.WRONG_PIN);
            case TOKEN_LOCKED -> Optional.of(DeviceFault.TOKEN_LOCKED);
            case CARD_REMOVED -> Optional.of(DeviceFault.CARD_REMOVED);
            case WRONG_KEY -> Optional.of(DeviceFault.ACCESS_REFUSED);
            case FORGED -> Optional.of(DeviceFault.NOT_GENUINE);
            case CLOCK_JUMP -> Optional.of(DeviceFault.CLOCK_SKEWED);
            case WRONG_CHECK_DIGIT -> Optional.of(DeviceFault.CHECK_DIGIT);
            case UNREADABLE -> Optional.of(DeviceFault.UNREADABLE_DOCUMENT);
        };
    }

    /** A zone that lacks a character was read badly; garbage in a file is no power state. */
    private static DeviceFault wrongLength(DeviceProfile profile) {
        return switch (profile.deviceClass()) {
            case DOCUMENT_READER -> DeviceFault.UNREADABLE_DOCUMENT;
            case POWER_SUPPLY -> DeviceFault.NOT_FOUND;
            default -> DeviceFault.PROTOCOL_ERROR;
        };
    }

    /**
     * On battery is an answer; behind a print queue a printer without cable is one that cannot be
     * reached.
     */
    private static Optional<DeviceFault> unplugged(DeviceProfile profile) {
        return switch (profile.transport().kind()) {
            case SYSFS -> Optional.empty();
            case CUPS -> Optional.of(DeviceFault.OFFLINE);
            default -> Optional.of(DeviceFault.UNPLUGGED);
        };
    }

    /** Serial sensors say only that no image came of a finger: it may have been dry as well. */
    private static DeviceFault lifted(DeviceProfile profile) {
        return profile.transport().kind() == TransportKind.SERIAL
                ? DeviceFault.PLACE_AGAIN
                : DeviceFault.LIFTED_EARLY;
    }

    /**
     * Never what is told of nobody, but of a document reader: it speaks only when a document comes.
     */
    private static DeviceFault stuck(DeviceProfile profile) {
        return switch (profile.deviceClass()) {
            case DOCUMENT_READER, PAGE_PRINTER -> DeviceFault.TIMEOUT;
            default -> DeviceFault.OFFLINE;
        };
    }
}
