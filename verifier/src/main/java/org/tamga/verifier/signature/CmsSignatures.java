package org.tamga.verifier.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.tamga.verifier.format.ElectionPackage.Official;
import org.tamga.verifier.record.MalformedException;

/** Detached CMS signatures (RFC 5652) by officials, checked against the package's certificates. */
public final class CmsSignatures {
    private final List<Signatory> signatories;
    private final BouncyCastleProvider provider = new BouncyCastleProvider();

    private record Signatory(
            Official official, X509CertificateHolder holder, X509Certificate x509) {}

    private CmsSignatures(List<Signatory> signatories) {
        this.signatories = signatories;
    }

    /**
     * Signatures that these officials may give.
     *
     * @throws MalformedException if a certificate of the package cannot be read
     */
    public static CmsSignatures by(List<Official> officials) throws MalformedException {
        List<Signatory> signatories = new ArrayList<>();
        for (Official official : officials) {
            try {
                byte[] der = Base64.getDecoder().decode(official.certificate());
                signatories.add(
                        new Signatory(
                                official,
                                new X509CertificateHolder(der),
                                (X509Certificate)
                                        CertificateFactory.getInstance("X.509")
                                                .generateCertificate(
                                                        new ByteArrayInputStream(der))));
            } catch (IOException | CertificateException | IllegalArgumentException e) {
                throw new MalformedException("unreadable certificate of official " + official.id());
            }
        }
        return new CmsSignatures(signatories);
    }

    /**
     * Who signed.
     *
     * @param content the signed bytes
     * @param cms DER of the SignedData, nothing behind it
     * @return the officials, each once
     * @throws MalformedException saying what is wrong with the signature
     */
    public List<Official> signers(byte[] content, byte[] cms) throws MalformedException {
        CMSSignedData signed;
        try {
            ASN1Primitive.fromByteArray(cms);
            if (!new CMSSignedData(cms).isDetachedSignature()) {
                throw new MalformedException("the CMS carries a content of its own");
            }
            signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
        } catch (CMSException | IOException | RuntimeException e) {
            // Bouncy Castle answers broken structures with many kinds of runtime exceptions.
            throw new MalformedException("not a CMS SignedData");
        }
        if (!CMSObjectIdentifiers.data.getId().equals(signed.getSignedContentTypeOID())) {
            throw new MalformedException("the CMS does not sign plain data");
        }
        List<Official> signers = new ArrayList<>();
        for (SignerInformation signer : signed.getSignerInfos()) {
            Official official = official(signer);
            if (signers.contains(official)) {
                throw new MalformedException("official " + official.id() + " signed twice");
            }
            signers.add(official);
        }
        if (signers.isEmpty()) {
            throw new MalformedException("nobody has signed");
        }
        return signers;
    }

    private Official official(SignerInformation signer) throws MalformedException {
        Optional<Signatory> found =
                signatories.stream().filter(s -> signer.getSID().match(s.holder())).findFirst();
        if (found.isEmpty()) {
            throw new MalformedException("signed by a certificate that is no official's");
        }
        Official official = found.get().official();
        try {
            if (signer.verify(
                    new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(provider)
                            .build(found.get().x509()))) {
                return official;
            }
        } catch (CMSException | OperatorCreationException e) {
            throw new MalformedException(
                    "the signature of official " + official.id() + " does not fit");
        }
        throw new MalformedException(
                "the signature of official " + official.id() + " does not fit");
    }
}
