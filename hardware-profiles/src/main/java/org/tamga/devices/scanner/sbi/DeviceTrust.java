package org.tamga.devices.scanner.sbi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Whether a block was signed by a scanner of a trusted provider: JSON Web Signature (RFC 7515) with
 * RS256 and the certificates in {@code x5c}. Revocation is not asked for: a station has no network.
 */
final class DeviceTrust {
    private static final int MOST_CERTIFICATES = 5;
    private static final int LEAST_KEY_BITS = 2_048;

    private final Set<X509Certificate> anchors;

    DeviceTrust(Set<X509Certificate> anchors) {
        this.anchors = Set.copyOf(anchors);
    }

    /**
     * @throws LinkException NOT_GENUINE when there is no certificate to trust: nothing is taken
     *     unchecked
     */
    static DeviceTrust of(Path pem) throws LinkException {
        try (InputStream in = Files.newInputStream(pem)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw notGenuine(pem + " holds no certificate");
            }
            return new DeviceTrust(
                    found.stream().map(X509Certificate.class::cast).collect(Collectors.toSet()));
        } catch (LinkException e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw notGenuine("no trusted certificates can be read from " + pem);
        }
    }

    /**
     * What the block says, once its signature holds.
     *
     * @param jws compact form
     */
    byte[] verified(String jws) throws LinkException {
        try {
            JWSObject block = JWSObject.parse(jws);
            if (!JWSAlgorithm.RS256.equals(block.getHeader().getAlgorithm())) {
                throw notGenuine("not signed with RS256");
            }
            RSAPublicKey key = trustedKey(block.getHeader().getX509CertChain());
            if (!block.verify(new RSASSAVerifier(key))) {
                throw notGenuine("the signature is wrong");
            }
            return block.getPayload().toBytes();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "not a signed block");
        } catch (JOSEException e) {
            throw notGenuine("the signature cannot be checked");
        }
    }

    private RSAPublicKey trustedKey(@org.jspecify.annotations.Nullable List<Base64> x5c)
            throws LinkException {
        if (x5c == null || x5c.isEmpty() || x5c.size() > MOST_CERTIFICATES) {
            throw notGenuine("the block has no certificates, or too many");
        }
        try {
            List<X509Certificate> path = path(x5c);
            X509Certificate device = path.getFirst();
            requireSigner(device);
            path.removeIf(anchors::contains);
            if (!path.isEmpty()) {
                validate(path);
            } else {
                device.checkValidity();
            }
            if (device.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= LEAST_KEY_BITS) {
                return key;
            }
            throw notGenuine("the key is not RSA of 2,048 bits or more");
        } catch (CertPathValidatorException e) {
            throw notGenuine("the certificate is not trusted: " + e.getReason());
        } catch (GeneralSecurityException e) {
            throw notGenuine("the certificate cannot be read or used");
        }
    }

    /**
     * A device's own certificate, made for signatures: neither an issuer's nor one for TLS keys.
     */
    private static void requireSigner(X509Certificate device) throws LinkException {
        boolean[] usage = device.getKeyUsage();
        if (device.getBasicConstraints() >= 0) {
            throw notGenuine("signed with an issuer's key instead of the scanner's");
        }
        if (usage != null && !usage[0]) {
            throw notGenuine("the scanner's key is not for signatures");
        }
    }

    private static List<X509Certificate> path(List<Base64> x5c) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> path = new ArrayList<>();
        for (Base64 der : x5c) {
            var in = new ByteArrayInputStream(der.decode());
            if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                path.add(certificate);
            }
        }
        return path;
    }

    private void validate(List<X509Certificate> path) throws GeneralSecurityException {
        PKIXParameters rules =
                new PKIXParameters(
                        anchors.stream()
                                .map(anchor -> new TrustAnchor(anchor, null))
                                .collect(Collectors.toSet()));
        rules.setRevocationEnabled(false);
        var unused =
                CertPathValidator.getInstance("PKIX")
                        .validate(
                                CertificateFactory.getInstance("X.509").generateCertPath(path),
                                rules);
    }

    private static LinkException notGenuine(String detail) {
        return new LinkException(DeviceFault.NOT_GENUINE, detail);
    }
}
