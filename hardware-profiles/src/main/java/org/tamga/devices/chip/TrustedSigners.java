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

/**
 * The certificates of the authorities that countries sign document signers with (country signing
 * certification authorities, ICAO Doc 9303-12): a folder of files, DER or PEM. Revocation lists are
 * not looked at.
 */
final class TrustedSigners {
    private static final long LONGEST_FILE = 1 << 20;
    static final int MOST_FILES = 5_000;
    private static final int KEY_CERT_SIGN = 5;

    private final Provider provider;
    private final List<X509Certificate> authorities;

    private final String trouble;

    private TrustedSigners(Provider provider, List<X509Certificate> authorities, String trouble) {
        this.provider = provider;
        this.authorities = List.copyOf(authorities);
        this.trouble = trouble;
    }

    /**
     * Nobody is trusted.
     *
     * @param trouble why; may be empty
     */
    static TrustedSigners none(Provider provider, String trouble) {
        return new TrustedSigners(provider, List.of(), trouble);
    }

    /** Reads the files; one that holds no certificate adds nothing, and is told. */
    static TrustedSigners of(List<Path> files, Provider provider) {
        List<X509Certificate> found = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files) {
            List<X509Certificate> here = certificates(file, provider);
            found.addAll(here);
            if (here.isEmpty()) {
                unreadable.add(String.valueOf(file.getFileName()));
            }
        }
        String trouble =
                unreadable.isEmpty()
                        ? ""
                        : "%d of its files hold no certificate, e.g. %s"
                                .formatted(unreadable.size(), unreadable.getFirst());
        return new TrustedSigners(provider, found, trouble);
    }

    private static List<X509Certificate> certificates(Path file, Provider provider) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                return List.of();
            }
            List<X509Certificate> found = new ArrayList<>();
            var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
            var factory = CertificateFactory.getInstance("X.509", provider);
            for (Certificate one : factory.generateCertificates(bytes)) {
                if (one instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
            return found;
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }

    /** What is wrong with the trust folder, in brackets behind a blank; empty for nothing. */
    String trouble() {
        return trouble.isEmpty() ? "" : " (trust folder: " + trouble + ")";
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
