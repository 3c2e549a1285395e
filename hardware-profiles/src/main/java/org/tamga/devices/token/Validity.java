package org.tamga.devices.token;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenOpening;

/** A certificate whose time is over or has not come signs nothing; perhaps a clock is wrong. */
final class Validity {
    private Validity() {}

    /** Empty when the certificate is valid at {@code now}. */
    static Optional<TokenOpening> refusal(X509Certificate certificate, Instant now) {
        boolean early = Date.from(now).before(certificate.getNotBefore());
        boolean late = Date.from(now).after(certificate.getNotAfter());
        return early || late
                ? Optional.of(
                        new TokenOpening.Refused(
                                DeviceFault.CLOCK_SKEWED,
                                OptionalInt.empty(),
                                early
                                        ? "the certificate is not valid yet by this machine's clock"
                                        : "the certificate is no longer valid by this machine's"
                                                + " clock"))
                : Optional.empty();
    }
}
