package org.tamga.kiosk.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.function.Function;
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
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.token.SigningTokens;

/**
 * An official's signing key, opened from a token or a PKCS#12 file for as long as the official
 * stands at the terminal. Signatures are detached CMS with the signing certificate bound in
 * (CAdES-B-B, ETSI EN 319 122-1, clause 6), SHA-256.
 */
public final class OfficialKey implements AutoCloseable {
    private final ContentSigner signer;
    private final X509Certificate certificate;
    private final Runnable end;

    private OfficialKey(ContentSigner signer, X509Certificate certificate, Runnable end) {
        this.signer = signer;
        this.certificate = certificate;
        this.end = end;
    }

    /** What became of opening a key file. */
    public sealed interface Opening {}

    public record Opened(OfficialKey key) implements Opening {}

    /**
     * Stable codes, besides those of {@link org.tamga.devices.ports.DeviceFault}: {@code SG-01}
     * file missing or unreadable, {@code SG-02} wrong password, {@code SG-03} no signing key.
     *
     * @param triesLeft before the token locks itself, where it tells
     */
    public record Refused(String code, OptionalInt triesLeft) implements Opening {}

    /** Opens the first private key of {@code file}; the caller wipes {@code password}. */
    public static Opening open(Path file, char[] password) {
        var info = new DeviceInfo(file.toString(), "signing-token/pkcs12-file", "key file", false);
        var token = SigningTokens.pkcs12(info, file, InstantSource.system());
        return open(token, password, OfficialKey::codeOfFile);
    }

    /** The manual's words for key files; there is one answer for all that is unreadable. */
    private static String codeOfFile(TokenOpening.Refused refused) {
        return switch (refused.fault()) {
            case WRONG_PIN -> "SG-02";
            case CLOCK_SKEWED -> refused.fault().code();
            case NOT_FOUND -> refused.detail().equals(SigningTokens.NO_KEY) ? "SG-03" : "SG-01";
            default -> "SG-01";
        };
    }

    /** Logs in to a token; the caller wipes {@code pin} and closes the key, which logs out. */
    public static Opening open(SigningToken token, char[] pin) {
        return open(token, pin, refused -> refused.fault().code());
    }

    private static Opening open(
            SigningToken token, char[] pin, Function<TokenOpening.Refused, String> code) {
        return switch (token.open(pin)) {
            case TokenOpening.Refused refused ->
                    new Refused(code.apply(refused), refused.triesLeft());
            case TokenOpening.Opened(TokenSession session) -> {
                var certificate = session.chain().getFirst();
                var signer = new TokenContentSigner(session, algorithm(certificate));
                yield new Opened(new OfficialKey(signer, certificate, session::close));
            }
        };
    }

    private static String algorithm(X509Certificate certificate) {
        return certificate.getPublicKey().getAlgorithm().equals("RSA")
                ? "SHA256withRSA"
                : "SHA256withECDSA";
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Logs out of a token. */
    @Override
    public void close() {
        end.run();
    }

    /**
     * A detached CMS signature over {@code content}, DER.
     *
     * @throws TokenFailure when the token fails, e.g. was pulled out; nothing is signed then
     */
    public byte[] sign(byte[] content) {
        try {
            var builder =
                    new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(signedAttributes());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(builder.build(signer, certificate));
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
