package org.tamga.kiosk.signin;

import java.util.List;
import java.util.function.Function;
import org.tamga.election.definition.Official;
import org.tamga.station.vault.OfficialCode;

/** The workflow of sign-in: who may unlock, how many are needed, and the unlocking itself. */
public final class SignInDesk {

    private final List<Official> officials;
    private final int needed;
    private final Function<List<OfficialCode>, SignInResult> unlocking;

    /**
     * @param needed how many officials together, the package's unlock threshold
     * @param unlocking opens vault and stores; runs about a second, as the codes are hardened
     */
    public SignInDesk(
            List<Official> officials,
            int needed,
            Function<List<OfficialCode>, SignInResult> unlocking) {
        this.officials = List.copyOf(officials);
        this.needed = needed;
        this.unlocking = unlocking;
    }

    public List<Official> officials() {
        return officials;
    }

    public int needed() {
        return needed;
    }

    /** Tries the codes and wipes them, whatever comes of it. */
    public SignInResult unlock(List<OfficialCode> codes) {
        try {
            return unlocking.apply(codes);
        } finally {
            codes.forEach(OfficialCode::close);
        }
    }
}
