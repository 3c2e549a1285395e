package org.tamga.devices.chip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates of the authorities that countries sign document signers with (country signing
 * certification authorities, ICAO Doc 9303-12): a folder of files, DER or PEM. Revocation lists are
 * not looked at.
 */
final class TrustedSigners {
    private static final long LONGEST_FILE = 1 << 20;
    private static final int MOST_FILES = 5_000;
    private static final int KEY_CERT_SIGN = 5;

    private final Provider provider;
    private final List<X509Certificate> authorities;

    private TrustedSigners(Provider provider, List<X509Certificate> authorities) {
        this.provider = provider;
        this.authorities = List.copyOf(authorities);
    }

    /** Nobody is trusted. */
    static TrustedSigners none(Provider provider) {
        return new TrustedSigners(provider, List.of());
    }

    /** Reads the folder; a file that holds no certificate adds nothing, a missing folder nobody. */
    static TrustedSigners of(Path folder, Provider provider) {
        List<X509Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().limit(MOST_FILES).toList()) {
                if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
                    found.addAll(certificates(Files.readAllBytes(file), provider));
                }
            }
        } catch (IOException e) {
            return none(provider);
        }
        return new TrustedSigners(provider, found);
    }

    private static List<X509Certificate> certificates(byte[] file, Provider provider) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            var factory = CertificateFactory.getInstance("X.509", provider);
            for (Certificate one : factory.generateCertificates(new ByteArrayInputStream(file))) {
                if (one instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        } catch (CertificateException e) {
            return List.of();
        }
        return found;
    }

    boolean isEmpty() {
        return authorities.isEmpty();
    }

    /** The authority that issued {@code signer} and is valid at {@code now}, as it may sign. */
    Optional<X509Certificate> issuerOf(X509Certificate signer, Date now) {
        return authorities.stream().filter(a -> issued(a, signer, now)).findFirst();
    }

    private boolean issued(X509Certificate authority, X509Certificate signer, Date now) {
        if (!authority.getSubjectX500Principal().equals(signer.getIssuerX500Principal())
                || !maySign(authority)) {
            return false;
        }
        try {
            authority.checkValidity(now);
            signer.verify(authority.getPublicKey(), provider);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean maySign(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }
}
