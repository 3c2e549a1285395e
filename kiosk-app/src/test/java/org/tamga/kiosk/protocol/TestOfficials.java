package org.tamga.kiosk.protocol;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Officials with real key files. */
public final class TestOfficials {
    private TestOfficials() {}

    /** Writes a PKCS#12 file with a fresh P-256 key and a self-signed certificate. */
    public static Path write(Path folder, String name, char[] password) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var subject = new X500Name("CN=" + name);
        var now = Instant.now();
        var holder =
                new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(now.toEpochMilli()),
                                Date.from(now.minus(1, ChronoUnit.DAYS)),
                                Date.from(now.plus(30, ChronoUnit.DAYS)),
                                subject,
                                pair.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate()));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = new Certificate[] {new JcaX509CertificateConverter().getCertificate(holder)};
        store.setKeyEntry("official", pair.getPrivate(), password, chain);
        var file = folder.resolve(name + ".p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return file;
    }

    public static OfficialKey open(Path folder, String name) throws Exception {
        var password = "correct horse".toCharArray();
        var opening = OfficialKey.open(write(folder, name, password), password);
        return ((OfficialKey.Opened) opening).key();
    }
}
