package org.tamga.election.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.tamga.election.definition.Official;
import org.tamga.election.protocol.CmsVerdict.Invalid;
import org.tamga.election.protocol.CmsVerdict.Valid;

/** Detached CMS signatures (RFC 5652) of officials over the bytes of a file. */
public final class CmsSignatures {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private CmsSignatures() {}

    /**
     * Checks every signature of a CMS against the certificates of officials in the election
     * package. Certificates that the CMS itself carries are not trusted and not needed.
     *
     * @param content the signed file
     * @param cms DER of the SignedData
     * @param officials the officials of the station
     */
    public static CmsVerdict verify(byte[] content, byte[] cms, List<Official> officials) {
        try {
            // The whole array must be one structure: nothing may hide behind it.
            ASN1Primitive.fromByteArray(cms);
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
            if (!new CMSSignedData(cms).isDetachedSignature() || !isData(signed)) {
                return new Invalid(CmsFault.NOT_DETACHED, "the CMS does not sign a detached file");
            }
            return verify(signed, officials);
        } catch (CMSException | IOException | RuntimeException e) {
            // Bouncy Castle answers valid ASN.1 that is no CMS with many kinds of runtime
            // exception;
            // nothing is done here but reading these bytes, so all of them say the same.
            return new Invalid(CmsFault.MALFORMED, "not a CMS SignedData");
        }
    }

    private static CmsVerdict verify(CMSSignedData signed, List<Official> officials) {
        List<Official> signers = new ArrayList<>();
        for (SignerInformation signer : signed.getSignerInfos()) {
            Optional<Official> official =
                    officials.stream()
                            .filter(candidate -> signer.getSID().match(holder(candidate)))
                            .findFirst();
            if (official.isEmpty()) {
                return new Invalid(
                        CmsFault.UNKNOWN_CERTIFICATE, "a signer is no official of the station");
            }
            if (signers.contains(official.get())) {
                return new Invalid(CmsFault.SIGNED_TWICE, official.get().id());
            }
            if (!verifies(signer, official.get())) {
                return new Invalid(CmsFault.BAD_SIGNATURE, official.get().id());
            }
            signers.add(official.get());
        }
        return signers.isEmpty()
                ? new Invalid(CmsFault.NO_SIGNER, "nobody has signed")
                : new Valid(signers);
    }

    /**
     * One CMS with the signatures and certificates of all given ones.
     *
     * @param cms DER of detached SignedData over the same content, at least one
     * @throws IllegalArgumentException if one is not a CMS SignedData
     */
    public static byte[] merge(List<byte[]> cms) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            CMSProcessableByteArray absent = new CMSProcessableByteArray(new byte[0]);
            for (byte[] one : cms) {
                CMSSignedData signed = new CMSSignedData(absent, one);
                generator.addSigners(signed.getSignerInfos());
                generator.addCertificates(signed.getCertificates());
            }
            return generator.generate(absent, false).getEncoded("DER");
        } catch (CMSException | IOException e) {
            throw new IllegalArgumentException("not a CMS SignedData", e);
        }
    }

    private static boolean isData(CMSSignedData signed) {
        return CMSObjectIdentifiers.data.getId().equals(signed.getSignedContentTypeOID());
    }

    private static boolean verifies(SignerInformation signer, Official official) {
        try {
            return signer.verify(
                    new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(BOUNCY_CASTLE)
                            .build(certificate(official)));
        } catch (CMSException | OperatorCreationException | RuntimeOperatorException e) {
            return false;
        }
    }

    private static X509CertificateHolder holder(Official official) {
        try {
            return new X509CertificateHolder(der(official));
        } catch (IOException e) {
            throw new IllegalArgumentException("no certificate: " + official.id(), e);
        }
    }

    private static X509Certificate certificate(Official official) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der(official)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no certificate: " + official.id(), e);
        }
    }

    private static byte[] der(Official official) {
        return Base64.getDecoder().decode(official.certificate());
    }
}
