package org.tamga.devices.simulator.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A made-up state with a signing authority and a document signer; its keys live in memory only. */
public final class IssuingState {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration AUTHORITY_VALID = Duration.ofDays(3_650);
    private static final Duration SIGNER_VALID = Duration.ofDays(1_825);

    private final Provider provider = new BouncyCastleProvider();
    private final KeyPair authorityKeys;
    private final KeyPair signerKeys;
    private final X509Certificate authority;
    private final X509Certificate signer;

    /**
     * Utopia, the state of specimens.
     *
     * @param name common name of its authority
     * @param since from when its certificates are valid
     */
    public IssuingState(String name, Instant since) {
        this("UT", name, since);
    }

    /**
     * @param country as its certificates have it
     * @param name common name of its authority
     * @param since from when its certificates are valid
     */
    public IssuingState(String country, String name, Instant since) {
        authorityKeys = keys();
        signerKeys = keys();
        X500Name authorityName = new X500Name("C=" + country + ",CN=" + name);
        X500Name signerName = new X500Name("C=" + country + ",CN=Document signer of " + name);
        try {
            authority =
                    certificate(
                            authorityName, authorityKeys.getPublic(), authorityName, since, true);
            signer = certificate(signerName, signerKeys.getPublic(), authorityName, since, false);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh pair on P-256. */
    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            X500Name subject, PublicKey key, X500Name issuer, Instant since, boolean mayIssue)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant until = since.plus(mayIssue ? AUTHORITY_VALID : SIGNER_VALID);
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(mayIssue ? 1 : 2),
                        Date.from(since),
                        Date.from(until),
                        subject,
                        key);
        int usage = mayIssue ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (mayIssue) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        }
        var content =
                new JcaContentSignerBuilder(SIGNATURE)
                        .setProvider(provider)
                        .build(authorityKeys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(content));
    }

    /** What a station puts into its trust folder, DER. */
    public byte[] authority() {
        try {
            return authority.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** EF.SOD over data groups, by number. */
    byte[] sign(Map<Integer, byte[]> dataGroups) {
        var algorithm = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            DataGroupHash[] hashes =
                    new TreeMap<>(dataGroups)
                            .entrySet().stream()
                                    .map(
                                            group ->
                                                    new DataGroupHash(
                                                            group.getKey(),
                                                            new DEROctetString(
                                                                    digest.digest(
                                                                            group.getValue()))))
                                    .toArray(DataGroupHash[]::new);
            byte[] object = new LDSSecurityObject(algorithm, hashes).getEncoded();
            var generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder().setProvider(provider).build();
            var content =
                    new JcaContentSignerBuilder(SIGNATURE)
                            .setProvider(provider)
                            .build(signerKeys.getPrivate());
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(content, signer));
            generator.addCertificate(new JcaX509CertificateHolder(signer));
            var type = new ASN1ObjectIdentifier("2.23.136.1.1.1");
            var signed = generator.generate(new CMSProcessableByteArray(type, object), true);
            return Bytes.tlv(0x77, signed.getEncoded("DER"));
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
