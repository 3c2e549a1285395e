package org.tamga.central.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The commission's authority for one election: issues the certificates of terminals, officials and
 * the central server (RFC 5280; ECDSA with P-256 and SHA-256).
 */
public final class CertificateAuthority {
    /** Clocks of stations may be behind: certificates count from a day before they are made. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final Duration VALID = Duration.ofDays(3 * 365L);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Instant now;

    CertificateAuthority(PrivateKey key, X509Certificate certificate, Instant now) {
        this.key = key;
        this.certificate = certificate;
        this.now = now;
    }

    /** A new authority and its self-signed certificate. */
    static CertificateAuthority create(KeyPair pair, String election, Instant now) {
        X500Name name = name("Tamga election authority", election);
        JcaX509v3CertificateBuilder builder = builder(name, name, pair.getPublic(), now);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("The extensions are not encodable", e);
        }
        return new CertificateAuthority(pair.getPrivate(), sign(builder, pair.getPrivate()), now);
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey key() {
        return key;
    }

    /** For one end of a TLS connection; loopback names, more by {@code hosts}. */
    X509Certificate issueTls(
            PublicKey subject, String name, String unit, boolean server, String... hosts) {
        GeneralName[] names = new GeneralName[hosts.length];
        for (int i = 0; i < hosts.length; i++) {
            boolean address = hosts[i].matches("[0-9.]+|.*:.*");
            names[i] =
                    new GeneralName(
                            address ? GeneralName.iPAddress : GeneralName.dNSName, hosts[i]);
        }
        KeyPurposeId purpose =
                server ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
        JcaX509v3CertificateBuilder builder =
                leaf(subject, name(name, unit), KeyUsage.digitalSignature);
        try {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (names.length > 0) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
        } catch (CertIOException e) {
            throw new IllegalStateException("The extensions are not encodable", e);
        }
        return sign(builder, key);
    }

    /** For a key that signs the election's records (Ed25519). */
    X509Certificate issueSigning(PublicKey subject, String name, String unit) {
        return sign(leaf(subject, name(name, unit), KeyUsage.digitalSignature), key);
    }

    /** For a key that others encrypt to (X25519). */
    X509Certificate issueAgreement(PublicKey subject, String name, String unit) {
        return sign(leaf(subject, name(name, unit), KeyUsage.keyAgreement), key);
    }

    /** For an official who signs protocols as CMS and in PDF (RFC 9336 document signing). */
    X509Certificate issueOfficial(PublicKey subject, String name, String unit) {
        JcaX509v3CertificateBuilder builder =
                leaf(
                        subject,
                        name(name, unit),
                        KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
        var documentSigning =
                KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
        try {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(documentSigning));
        } catch (CertIOException e) {
            throw new IllegalStateException("The extensions are not encodable", e);
        }
        return sign(builder, key);
    }

    private JcaX509v3CertificateBuilder leaf(PublicKey subject, X500Name name, int usage) {
        X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        JcaX509v3CertificateBuilder builder = builder(issuer, name, subject, now);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The extensions are not encodable", e);
        }
        return builder;
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALID)),
                subject,
                key);
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be signed", e);
        }
    }

    private static X500Name name(String commonName, String unit) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Tamga")
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
