package org.tamga.election.protocol;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.text.LocalizedText;

/** Officials with keys and certificates of their own, who sign as the terminal does. */
public final class SampleOfficials {
    private final Map<String, PrivateKey> keys = new HashMap<>();
    private final Map<String, X509Certificate> certificates = new HashMap<>();
    private final List<Official> officials = new ArrayList<>();

    public SampleOfficials() {
        add("of-1", OfficialRole.CHAIR);
        add("of-2", OfficialRole.SECRETARY);
        add("of-3", OfficialRole.MEMBER);
        add("of-4", OfficialRole.MEMBER);
    }

    public List<Official> all() {
        return List.copyOf(officials);
    }

    Official official(String id) {
        return officials.stream()
                .filter(official -> official.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    byte[] sign(String id, byte[] content, boolean encapsulate) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.get(id)),
                                    certificates.get(id)));
            generator.addCertificates(new JcaCertStore(List.of(certificates.get(id))));
            return generator
                    .generate(new CMSProcessableByteArray(content), encapsulate)
                    .getEncoded("DER");
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(String id, byte[] content) {
        return sign(id, content, false);
    }

    private void add(String id, OfficialRole role) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + id);
            X509Certificate certificate =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    new JcaX509v3CertificateBuilder(
                                                    name,
                                                    new BigInteger(64, new SecureRandom()),
                                                    Date.from(
                                                            Instant.parse("2020-01-01T00:00:00Z")),
                                                    Date.from(
                                                            Instant.parse("2099-01-01T00:00:00Z")),
                                                    name,
                                                    pair.getPublic())
                                            .build(
                                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                                            .build(pair.getPrivate())));
            keys.put(id, pair.getPrivate());
            certificates.put(id, certificate);
            String der = Base64.getEncoder().encodeToString(certificate.getEncoded());
            officials.add(new Official(id, LocalizedText.same(id), role, der));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
