package org.tamga.devices.scanner.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

@DisplayName("A block of a trusted provider")
class DeviceTrustTest {
    private static final byte[] SAID = {1, 2, 3};
    private static final int NO_EXTENSION = -1;

    private static KeyPair provider;
    private static KeyPair device;
    private static X509Certificate anchor;

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2_048);
        provider = keys.generateKeyPair();
        device = keys.generateKeyPair();
        anchor = certificate(1, provider, true, NO_EXTENSION);
    }

    private static X509Certificate certificate(int number, KeyPair of, boolean issues, int usage)
            throws Exception {
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=provider"),
                        BigInteger.valueOf(number),
                        Date.from(Instant.now().minus(Duration.ofHours(1))),
                        Date.from(Instant.now().plus(Duration.ofHours(1))),
                        new X500Name(number == 1 ? "CN=provider" : "CN=device"),
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
        if (usage != NO_EXTENSION) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        }
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(provider.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static byte[] verified(KeyPair key, X509Certificate leaf) throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .x509CertChain(List.of(Base64.encode(leaf.getEncoded())))
                        .build();
        JWSObject block = new JWSObject(header, new Payload(SAID));
        block.sign(new RSASSASigner(key.getPrivate()));
        return new DeviceTrust(Set.of(anchor)).verified(block.serialize());
    }

    private static void assertRefused(KeyPair key, X509Certificate leaf) {
        LinkException e = assertThrows(LinkException.class, () -> verified(key, leaf));
        assertEquals(DeviceFault.NOT_GENUINE, e.fault());
    }

    @Test
    void is_believed_when_the_scanners_key_is_for_signatures_or_for_anything() throws Exception {
        assertArrayEquals(SAID, verified(device, certificate(2, device, false, NO_EXTENSION)));
        assertArrayEquals(
                SAID, verified(device, certificate(2, device, false, KeyUsage.digitalSignature)));
    }

    @Test
    void is_not_believed_from_a_key_that_is_for_something_else() throws Exception {
        assertRefused(device, certificate(2, device, false, KeyUsage.keyEncipherment));
    }

    @Test
    void is_not_believed_from_an_issuer() throws Exception {
        assertRefused(provider, anchor);
        assertRefused(device, certificate(2, device, true, KeyUsage.digitalSignature));
    }
}
