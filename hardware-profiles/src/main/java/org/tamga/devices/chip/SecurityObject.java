package org.tamga.devices.chip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.Authenticity.Doubt;

/**
 * The document security object: digests of the data groups under the signature of the issuing
 * state. Checking it is passive authentication (ICAO Doc 9303-11, clause 5.1).
 */
final class SecurityObject {
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "1.3.14.3.2.26", "SHA-1",
                    "2.16.840.1.101.3.4.2.4", "SHA-224",
                    "2.16.840.1.101.3.4.2.1", "SHA-256",
                    "2.16.840.1.101.3.4.2.2", "SHA-384",
                    "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** ldsSecurityObject (ICAO Doc 9303-10, clause 4.6.2). */
    private static final String SECURITY_OBJECT = "2.23.136.1.1.1";

    private static final int DIGITAL_SIGNATURE = 0;

    private final Provider provider;
    private final CMSSignedData signed;
    private final String digest;
    private final Map<Integer, byte[]> hashes;

    private SecurityObject(
            Provider provider, CMSSignedData signed, String digest, Map<Integer, byte[]> hashes) {
        this.provider = provider;
        this.signed = signed;
        this.digest = digest;
        this.hashes = hashes;
    }

    /**
     * @param file EF.SOD
     */
    static SecurityObject of(byte[] file, Provider provider) throws LinkException {
        byte[] cms = Tlv.bytes(Tlv.next(ByteBuffer.wrap(file), 0x77));
        try {
            var signed = new CMSSignedData(cms);
            if (!SECURITY_OBJECT.equals(signed.getSignedContentTypeOID())) {
                throw Tlv.broken("what is signed is no security object");
            }
            if (!(signed.getSignedContent() != null
                    && signed.getSignedContent().getContent() instanceof byte[] content)) {
                throw Tlv.broken("the security object holds nothing");
            }
            var object = LDSSecurityObject.getInstance(ASN1Primitive.fromByteArray(content));
            String oid = object.getDigestAlgorithmIdentifier().getAlgorithm().getId();
            String digest = DIGESTS.get(oid);
            if (digest == null) {
                throw Tlv.broken("an unknown digest " + oid);
            }
            var hashes = new TreeMap<Integer, byte[]>();
            for (DataGroupHash hash : object.getDatagroupHash()) {
                hashes.put(hash.getDataGroupNumber(), hash.getDataGroupHashValue().getOctets());
            }
            return new SecurityObject(provider, signed, digest, hashes);
        } catch (LinkException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            // ASN.1 of strangers: the library answers damage with whatever breaks inside it.
            throw Tlv.broken("the security object is damaged");
        }
    }

    /** Numbers of the data groups that are signed for. */
    Set<Integer> dataGroups() {
        return Set.copyOf(hashes.keySet());
    }

    /**
     * Passive authentication.
     *
     * @param read the data groups that were read, by number; portrait (2) and keys (14, 15) may not
     *     be missing when they are signed for, for a copy leaves out the key it lacks
     */
    Authenticity check(
            Map<Integer, byte[]> read, String state, TrustedSigners trusted, Instant now) {
        for (int number : List.of(2, 14, 15)) {
            if (hashes.containsKey(number) && !read.containsKey(number)) {
                return new Authenticity.Altered(
                        "data group " + number + " is signed for, but not there");
            }
        }
        for (Map.Entry<Integer, byte[]> group : read.entrySet()) {
            if (!MessageDigest.isEqual(digestOf(group.getValue()), hashes.get(group.getKey()))) {
                return new Authenticity.Altered("data group " + group.getKey() + " was altered");
            }
        }
        try {
            return checkSignature(state, trusted, Date.from(now));
        } catch (CMSException
                | CertificateException
                | OperatorCreationException
                | RuntimeException e) {
            // As above; a signature that cannot be checked is none.
            return new Authenticity.Altered("the signature cannot be checked");
        }
    }

    private byte[] digestOf(byte[] group) {
        try {
            return MessageDigest.getInstance(digest, provider).digest(group);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Authenticity checkSignature(String state, TrustedSigners trusted, Date now)
            throws CMSException, CertificateException, OperatorCreationException {
        Optional<SignerInformation> signer =
                signed.getSignerInfos().getSigners().stream().findFirst();
        if (signer.isEmpty()) {
            return new Authenticity.Altered("nobody has signed");
        }
        Collection<X509CertificateHolder> holders = holders(signer.get());
        if (holders.isEmpty()) {
            return untrusted(Doubt.SIGNER_MISSING, "the signer's certificate is not on the chip");
        }
        X509CertificateHolder holder = holders.iterator().next();
        X509Certificate certificate =
                new JcaX509CertificateConverter().setProvider(provider).getCertificate(holder);
        var verifier =
                new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(provider)
                        .build(certificate.getPublicKey());
        if (!signer.get().verify(verifier)) {
            return new Authenticity.Altered("the signature is wrong");
        }
        return trust(certificate, state, trusted, now);
    }

    // The library's selectors have no type argument.
    @SuppressWarnings("unchecked")
    private Collection<X509CertificateHolder> holders(SignerInformation signer) {
        return signed.getCertificates().getMatches(signer.getSID());
    }

    private static Authenticity trust(
            X509Certificate signer, String state, TrustedSigners trusted, Date now) {
        if (trusted.isEmpty()) {
            return untrusted(
                    Doubt.NO_TRUST_LIST, "no authority is trusted here" + trusted.trouble());
        }
        if (now.before(signer.getNotBefore()) || now.after(signer.getNotAfter())) {
            return untrusted(Doubt.SIGNER_NOT_VALID, "the signer's certificate is not valid now");
        }
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            return untrusted(
                    Doubt.SIGNER_NOT_VALID,
                    "the signer's certificate is not for signing documents");
        }
        Optional<X509Certificate> authority = trusted.issuerOf(signer, now);
        if (authority.isEmpty()) {
            return untrusted(
                    Doubt.SIGNER_UNKNOWN,
                    "the signer's authority is not trusted" + trusted.trouble());
        }
        return States.isOf(signer, state) && States.isOf(authority.get(), state)
                ? new Authenticity.Genuine(signer.getSubjectX500Principal().getName())
                : untrusted(
                        Doubt.OTHER_STATE,
                        "another state's authority vouches for it than issued it");
    }

    private static Authenticity untrusted(Doubt doubt, String reason) {
        return new Authenticity.Untrusted(doubt, reason);
    }
}
