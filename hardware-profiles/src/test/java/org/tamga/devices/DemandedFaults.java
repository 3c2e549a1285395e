package org.tamga.devices;

import static org.tamga.devices.simulator.SimulatedFault.BLACK_IMAGE;
import static org.tamga.devices.simulator.SimulatedFault.CARD_REMOVED;
import static org.tamga.devices.simulator.SimulatedFault.CLOCK_JUMP;
import static org.tamga.devices.simulator.SimulatedFault.COVER_OPEN;
import static org.tamga.devices.simulator.SimulatedFault.DRY_FINGER;
import static org.tamga.devices.simulator.SimulatedFault.ENDLESS_REPLY;
import static org.tamga.devices.simulator.SimulatedFault.FORGED;
import static org.tamga.devices.simulator.SimulatedFault.FROZEN;
import static org.tamga.devices.simulator.SimulatedFault.HALF_PRINTED;
import static org.tamga.devices.simulator.SimulatedFault.HUGE_IMAGE;
import static org.tamga.devices.simulator.SimulatedFault.LIFTED_EARLY;
import static org.tamga.devices.simulator.SimulatedFault.NOBODY;
import static org.tamga.devices.simulator.SimulatedFault.NOISE;
import static org.tamga.devices.simulator.SimulatedFault.OFFLINE;
import static org.tamga.devices.simulator.SimulatedFault.OVEREXPOSED;
import static org.tamga.devices.simulator.SimulatedFault.PAPER_NEAR_END;
import static org.tamga.devices.simulator.SimulatedFault.PAPER_OUT;
import static org.tamga.devices.simulator.SimulatedFault.PARTIAL_FINGER;
import static org.tamga.devices.simulator.SimulatedFault.SLOW;
import static org.tamga.devices.simulator.SimulatedFault.STUCK;
import static org.tamga.devices.simulator.SimulatedFault.TOKEN_LOCKED;
import static org.tamga.devices.simulator.SimulatedFault.UNPLUGGED;
import static org.tamga.devices.simulator.SimulatedFault.UNPLUGGED_MID_TRANSFER;
import static org.tamga.devices.simulator.SimulatedFault.WET_FINGER;
import static org.tamga.devices.simulator.SimulatedFault.WRONG_CHECKSUM;
import static org.tamga.devices.simulator.SimulatedFault.WRONG_CHECK_DIGIT;
import static org.tamga.devices.simulator.SimulatedFault.WRONG_KEY;
import static org.tamga.devices.simulator.SimulatedFault.WRONG_LENGTH;
import static org.tamga.devices.simulator.SimulatedFault.WRONG_PIN;

import java.util.Set;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.simulator.SimulatedFault;

/** What a simulator must at least be able to play: a fault that is dropped there is missed here. */
final class DemandedFaults {
    private DemandedFaults() {}

    static Set<SimulatedFault> of(DeviceProfile profile) {
        TransportKind way = profile.transport().kind();
        if (way == TransportKind.SIMULATED || way == TransportKind.FOLDER) {
            return Set.of();
        }
        return switch (profile.deviceClass()) {
            case FINGER_SCANNER ->
                    switch (way) {
                        case SERIAL ->
                                Set.of(
                                        NOBODY,
                                        UNPLUGGED,
                                        UNPLUGGED_MID_TRANSFER,
                                        NOISE,
                                        WRONG_CHECKSUM,
                                        WRONG_LENGTH,
                                        ENDLESS_REPLY,
                                        HUGE_IMAGE,
                                        SLOW,
                                        STUCK,
                                        LIFTED_EARLY,
                                        PARTIAL_FINGER,
                                        WET_FINGER,
                                        DRY_FINGER,
                                        BLACK_IMAGE);
                        case LIBFPRINT ->
                                Set.of(
                                        NOBODY,
                                        UNPLUGGED,
                                        UNPLUGGED_MID_TRANSFER,
                                        WRONG_LENGTH,
                                        HUGE_IMAGE,
                                        SLOW,
                                        STUCK,
                                        LIFTED_EARLY,
                                        PARTIAL_FINGER,
                                        WET_FINGER,
                                        DRY_FINGER,
                                        BLACK_IMAGE);
                        default ->
                                Set.of(
                                        NOBODY,
                                        UNPLUGGED,
                                        UNPLUGGED_MID_TRANSFER,
                                        WRONG_LENGTH,
                                        ENDLESS_REPLY,
                                        HUGE_IMAGE,
                                        SLOW,
                                        STUCK,
                                        BLACK_IMAGE,
                                        OFFLINE,
                                        FORGED,
                                        CLOCK_JUMP);
                    };
            case CAMERA ->
                    way == TransportKind.VIDEO
                            ? Set.of(UNPLUGGED, BLACK_IMAGE, OVEREXPOSED, FROZEN)
                            : Set.of(
                                    UNPLUGGED,
                                    UNPLUGGED_MID_TRANSFER,
                                    NOISE,
                                    WRONG_LENGTH,
                                    ENDLESS_REPLY,
                                    HUGE_IMAGE,
                                    SLOW,
                                    STUCK,
                                    BLACK_IMAGE,
                                    OVEREXPOSED,
                                    FROZEN);
            case DOCUMENT_READER ->
                    Set.of(
                            NOBODY,
                            UNPLUGGED,
                            UNPLUGGED_MID_TRANSFER,
                            NOISE,
                            WRONG_LENGTH,
                            ENDLESS_REPLY,
                            SLOW,
                            STUCK,
                            WRONG_CHECK_DIGIT);
            case CHIP_READER ->
                    Set.of(
                            NOBODY,
                            UNPLUGGED,
                            UNPLUGGED_MID_TRANSFER,
                            WRONG_LENGTH,
                            ENDLESS_REPLY,
                            SLOW,
                            STUCK,
                            CARD_REMOVED,
                            WRONG_KEY,
                            FORGED);
            case RECEIPT_PRINTER ->
                    Set.of(
                            UNPLUGGED,
                            UNPLUGGED_MID_TRANSFER,
                            SLOW,
                            STUCK,
                            PAPER_NEAR_END,
                            PAPER_OUT,
                            COVER_OPEN,
                            OFFLINE,
                            HALF_PRINTED);
            case PAGE_PRINTER ->
                    Set.of(UNPLUGGED, SLOW, STUCK, PAPER_OUT, COVER_OPEN, OFFLINE, HALF_PRINTED);
            case SIGNING_TOKEN ->
                    way == TransportKind.PKCS12
                            ? Set.of(UNPLUGGED, WRONG_PIN, CLOCK_JUMP)
                            : Set.of(UNPLUGGED, STUCK, WRONG_PIN, TOKEN_LOCKED, CLOCK_JUMP);
            case POWER_SUPPLY -> Set.of(UNPLUGGED, WRONG_LENGTH, STUCK);
        };
    }
}
