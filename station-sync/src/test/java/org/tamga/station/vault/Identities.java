package org.tamga.station.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A central authority of the tests: it provisions terminals and servers as the real one does. */
public final class Identities {
    private static final X500Name AUTHORITY = new X500Name("CN=Test central authority");

    private final KeyPair authorityKey = pair("EC");
    private final X509Certificate authority =
            certificate("CN=Test central authority", authorityKey.getPublic(), true, "");
    private long serial;

    /** Writes {@code identity.p12} into a terminal's home. */
    public void provision(Path home, char[] password, boolean operator)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        add(store, "tls", "EC", password);
        add(store, "signing", "Ed25519", password);
        if (operator) {
            add(store, "register", "X25519", password);
        }
        store.setCertificateEntry("central-ca", authority);
        save(store, home, password);
    }

    /** As {@link #provision} but without one of the entries. */
    public void provisionWithout(String alias, Path home, char[] password)
            throws IOException, GeneralSecurityException {
        provision(home, password, true);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(home.resolve(StationIdentity.FILE))) {
            store.load(in, password);
        }
        store.deleteEntry(alias);
        save(store, home, password);
    }

    private static void save(KeyStore store, Path home, char[] password)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(home.resolve(StationIdentity.FILE))) {
            store.store(out, password);
        }
    }

    private void add(KeyStore store, String alias, String algorithm, char[] password)
            throws GeneralSecurityException {
        KeyPair pair = pair(algorithm);
        X509Certificate certificate =
                certificate("CN=0101-A " + alias, pair.getPublic(), false, "");
        X509Certificate[] chain = {certificate};
        store.setKeyEntry(alias, pair.getPrivate(), password, chain);
    }

    /** TLS of a server for this address that asks for certificates of this authority. */
    public SSLContext server(String address) throws IOException, GeneralSecurityException {
        KeyPair pair = pair("EC");
        X509Certificate[] chain = {certificate("CN=Test server", pair.getPublic(), false, address)};
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", pair.getPrivate(), new char[0], chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, new char[0]);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            String subject, PublicKey key, boolean isAuthority, String address) {
        try {
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(
                            AUTHORITY,
                            BigInteger.valueOf(++serial),
                            Date.from(Instant.now().minus(1, ChronoUnit.DAYS)),
                            Date.from(Instant.now().plus(1, ChronoUnit.DAYS)),
                            new X500Name(subject),
                            SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!address.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(authorityKey.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
