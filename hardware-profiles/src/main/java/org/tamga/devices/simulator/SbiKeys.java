package org.tamga.devices.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A device provider that exists for an hour, and the key of one device that it vouches for. */
final class SbiKeys {
    private static final int KEY_BITS = 2_048;
    private static final Duration LIFE = Duration.ofHours(24);

    private final KeyPair device;
    private final X509CertificateHolder deviceCertificate;
    private final X509CertificateHolder provider;

    SbiKeys() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(KEY_BITS);
            KeyPair issuer = keys.generateKeyPair();
            device = keys.generateKeyPair();
            provider = certificate("CN=Simulated device provider", issuer, issuer, true);
            deviceCertificate = certificate("CN=Simulated SBI scanner", device, issuer, false);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509CertificateHolder certificate(
            String name, KeyPair subject, KeyPair issuer, boolean issues)
            throws OperatorCreationException, IOException {
        Instant now = Instant.now();
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=Simulated device provider"),
                        BigInteger.valueOf(issues ? 1 : 2),
                        Date.from(now.minus(LIFE)),
                        Date.from(now.plus(LIFE)),
                        new X500Name(name),
                        subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
        return builder.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate()));
    }

    /** What a station is given to trust. */
    void writeAnchor(Path pem) throws IOException {
        String text =
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(provider.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
        Files.write(pem, text.getBytes(StandardCharsets.US_ASCII));
    }

    String signed(byte[] payload) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .x509CertChain(
                                    List.of(
                                            Base64.encode(deviceCertificate.getEncoded()),
                                            Base64.encode(provider.getEncoded())))
                            .build();
            JWSObject block = new JWSObject(header, new Payload(payload));
            block.sign(new RSASSASigner(device.getPrivate()));
            return block.serialize();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
