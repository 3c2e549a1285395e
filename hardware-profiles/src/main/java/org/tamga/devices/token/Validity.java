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
     * What to sign with of several: valid now and made for signatures (RFC 5280, clause 4.2.1.3);
     * for anything else only where none is made for signatures. Empty when none is valid.
     */
    static <T> Optional<T> best(
            List<T> held, Function<T, X509Certificate> certificate, Instant now) {
        return eligible(held, certificate).stream()
                .filter(one -> refusal(certificate.apply(one), now).isEmpty())
                .findFirst();
    }

    /** Why {@link #best} found nothing to sign with among {@code held}. */
    static <T> TokenOpening refusal(
            List<T> held, Function<T, X509Certificate> certificate, Instant now) {
        T first = eligible(held, certificate).getFirst();
        return refusal(certificate.apply(first), now).orElseThrow();
    }

    private static <T> List<T> eligible(List<T> held, Function<T, X509Certificate> certificate) {
        List<T> signing =
                held.stream().filter(one -> isForSignatures(certificate.apply(one))).toList();
        return signing.isEmpty() ? held : signing;
    }

    private static boolean isForSignatures(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    /** Empty when the certificate is valid at {@code now}. */
    private static Optional<TokenOpening> refusal(X509Certificate certificate, Instant now) {
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
