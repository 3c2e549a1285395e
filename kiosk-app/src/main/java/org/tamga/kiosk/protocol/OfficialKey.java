package org.tamga.kiosk.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An official's signing key, opened from a PKCS#12 file for as long as the official stands at the
 * terminal. Signatures are detached CMS with the signing certificate bound in (CAdES-B-B, ETSI EN
 * 319 122-1, clause 6), SHA-256.
 */
public final class OfficialKey {
    private final PrivateKey key;
    private final X509Certificate certificate;

    private OfficialKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** What became of opening a key file. */
    public sealed interface Opening {}

    public record Opened(OfficialKey key) implements Opening {}

    /**
     * Stable codes: {@code SG-01} file missing or unreadable, {@code SG-02} wrong password, {@code
     * SG-03} no signing key.
     */
    public record Refused(String code) implements Opening {}

    /** Opens the only private key of {@code file}; the caller wipes {@code password}. */
    public static Opening open(Path file, char[] password) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Refused("SG-01");
        }
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new Opened(new OfficialKey(key, certificate));
                }
            }
            return new Refused("SG-03");
        } catch (IOException e) {
            return new Refused(
                    e.getCause() instanceof UnrecoverableKeyException ? "SG-02" : "SG-01");
        } catch (GeneralSecurityException e) {
            return new Refused("SG-03");
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A detached CMS signature over {@code content}, DER. */
    public byte[] sign(byte[] content) {
        try {
            var algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            var builder =
                    new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(signedAttributes());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    builder.build(new JcaContentSignerBuilder(algorithm).build(key), certificate));
            generator.addCertificates(new JcaCertStore(Collections.singletonList(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException("signing with a key that was opened failed", e);
        }
    }

    // The time of signing is the journal's matter: a clock claimed inside the signature would prove
    // nothing, and PAdES
    // forbids it there (ETSI EN 319 142-1, clause 6.3).
    private DefaultSignedAttributeTableGenerator signedAttributes()
            throws GeneralSecurityException {
        var digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        var bound = new SigningCertificateV2(new ESSCertIDv2(digest));
        var attributes = new ASN1EncodableVector();
        attributes.add(
                new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(bound)));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)) {
            @Override
            public AttributeTable getAttributes(
                    @SuppressWarnings("rawtypes") java.util.Map parameters) {
                return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
            }
        };
    }
}
