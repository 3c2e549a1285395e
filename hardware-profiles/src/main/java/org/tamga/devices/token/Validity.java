package org.tamga.devices.token;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenOpening;

/** A certificate whose time is over or has not come signs nothing; perhaps a clock is wrong. */
final class Validity {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private Validity() {}

    /**
     * What to sign with of several: valid now, and rather made for signatures than for anything
     * else (RFC 5280, clause 4.2.1.3). Empty when none is valid.
     */
    static <T> Optional<T> best(
            List<T> held, Function<T, X509Certificate> certificate, Instant now) {
        List<T> valid =
                held.stream()
                        .filter(one -> refusal(certificate.apply(one), now).isEmpty())
                        .toList();
        return valid.stream()
                .filter(one -> isForSignatures(certificate.apply(one)))
                .findFirst()
                .or(() -> valid.stream().findFirst());
    }

    private static boolean isForSignatures(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

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
