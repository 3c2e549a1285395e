package org.tamga.kiosk.station;

import java.util.List;
import java.util.function.Function;
import org.tamga.station.vault.IdentityOpening;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;
import org.tamga.station.vault.StationVault;
import org.tamga.station.vault.VaultOpening;

/**
 * What came of the officials' codes.
 *
 * @param <T> the kind of terminal that they open
 */
public sealed interface Unlocking<T> {

    record Unlocked<T>(T terminal) implements Unlocking<T> {}

    /**
     * @param code VT-nn, TI-nn, ST-nn or one of the terminal's own
     */
    record Refused<T>(String code) implements Unlocking<T> {}

    /** The same with what is made of an unlocked terminal. */
    default <R> Unlocking<R> map(Function<T, R> made) {
        return switch (this) {
            case Unlocked<T>(T terminal) -> new Unlocked<>(made.apply(terminal));
            case Refused<T>(String code) -> new Refused<>(code);
        };
    }

    /** Opens a terminal's stores; the keys are wiped afterwards. */
    @FunctionalInterface
    interface Opener<T> {
        Unlocking<T> open(StationKeys keys, StationIdentity identity);
    }

    /** Opens vault and identity, then the rest; the codes stay the caller's to wipe. */
    static <T> Unlocking<T> of(LockedTerminal locked, List<OfficialCode> codes, Opener<T> opener) {
        return switch (StationVault.unlock(locked.home(), codes)) {
            case VaultOpening.Refused refused -> new Refused<>(refused.reason().code());
            case VaultOpening.Unlocked(StationKeys keys) -> {
                try (keys) {
                    yield switch (StationIdentity.open(locked.home(), keys.identityPassword())) {
                        case IdentityOpening.Refused refused ->
                                new Refused<>(refused.reason().code());
                        case IdentityOpening.Opened(StationIdentity identity) ->
                                opener.open(keys, identity);
                    };
                }
            }
        };
    }
}
