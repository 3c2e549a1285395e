package org.tamga.devices.simulator.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A throw-away key with certificates that its owner signed. */
public final class TestKey {
    /** Kinds of keys that tokens hold. */
    public enum Kind {
        EC_P256("SHA256withECDSA"),
        RSA_3072("SHA256withRSA");

        private final String signature;

        Kind(String signature) {
            this.signature = signature;
        }

        /** Java's name of the signature. */
        public String signature() {
            return signature;
        }
    }

    private final Kind kind;
    private final String owner;
    private final KeyPair pair;

    /**
     * @param owner common name
     */
    public TestKey(Kind kind, String owner) {
        this.kind = kind;
        this.owner = owner;
        try {
            var generator = KeyPairGenerator.getInstance(kind == Kind.EC_P256 ? "EC" : "RSA");
            if (kind == Kind.EC_P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(3_072);
            }
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair pair() {
        return pair;
    }

    /** Valid for thirty days from {@code since}. */
    X509Certificate certificate(Instant since) {
        X500Name name = new X500Name("CN=" + owner);
        try {
            var holder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(since.toEpochMilli()),
                                    Date.from(since),
                                    Date.from(since.plus(Duration.ofDays(30))),
                                    name,
                                    pair.getPublic())
                            .build(
                                    new JcaContentSignerBuilder(kind.signature())
                                            .build(pair.getPrivate()));
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Valid now. */
    X509Certificate valid() {
        return certificate(Instant.now().minus(Duration.ofDays(1)));
    }

    /** Of last year. */
    X509Certificate expired() {
        return certificate(Instant.now().minus(Duration.ofDays(400)));
    }
}
