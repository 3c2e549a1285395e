package org.tamga.devices.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenOpening;

@DisplayName("Of the certificates of a token")
class ValidityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(400));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private static X509Certificate certificate(int usage, Instant since) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name name = new X500Name("CN=t");
        var holder =
                new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(since),
                                Date.from(since.plus(Duration.ofDays(30))),
                                name,
                                pair.getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static Optional<X509Certificate> best(X509Certificate... held) {
        return Validity.best(List.of(held), Function.identity(), NOW);
    }

    @Test
    void one_for_encryption_does_not_sign_where_the_one_for_signatures_has_run_out()
            throws Exception {
        var encryption = certificate(KeyUsage.keyAgreement, YESTERDAY);
        var old = certificate(KeyUsage.digitalSignature, LAST_YEAR);
        assertEquals(Optional.empty(), best(encryption, old));
        var refused =
                assertInstanceOf(
                        TokenOpening.Refused.class,
                        Validity.refusal(List.of(encryption, old), Function.identity(), NOW));
        assertEquals(DeviceFault.CLOCK_SKEWED, refused.fault());
        var signature = certificate(KeyUsage.nonRepudiation, YESTERDAY);
        assertEquals(Optional.of(signature), best(encryption, old, signature));
        assertEquals(Optional.of(encryption), best(encryption));
    }
}
