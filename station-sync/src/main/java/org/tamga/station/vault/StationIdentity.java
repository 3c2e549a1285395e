package org.tamga.station.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.RawKeys;
import org.tamga.election.wire.Signer;

/**
 * The terminal's own keys, from {@code identity.p12}: {@code tls} (EC P-256, for the way to the
 * centre), {@code signing} (Ed25519), {@code register} (X25519, operator terminals only) and the
 * trusted certificate {@code central-ca}. Every entry has the file's password.
 */
public final class StationIdentity {
    /** Name of the file in the terminal's home. */
    public static final String FILE = "identity.p12";

    private static final String TLS = "tls";
    private static final String SIGNING = "signing";
    private static final String REGISTER = "register";
    private static final String CENTRAL_CA = "central-ca";

    private final PrivateKey tlsKey;
    private final X509Certificate[] tlsChain;
    private final X509Certificate centralCa;
    private final Signer signer;
    private final @Nullable RegisterKeyPair registerKey;

    private StationIdentity(
            PrivateKey tlsKey,
            X509Certificate[] tlsChain,
            X509Certificate centralCa,
            Signer signer,
            @Nullable RegisterKeyPair registerKey) {
        this.tlsKey = tlsKey;
        this.tlsChain = tlsChain;
        this.centralCa = centralCa;
        this.signer = signer;
        this.registerKey = registerKey;
    }

    /** Opens {@code identity.p12} in {@code home}; the password stays the caller's to wipe. */
    public static IdentityOpening open(Path home, char[] password) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new IdentityOpening.Refused(IdentityRefusal.MISSING, "");
        }
        KeyStore store;
        try (InputStream in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
        } catch (IOException | GeneralSecurityException e) {
            return new IdentityOpening.Refused(IdentityRefusal.NOT_OPENED, "");
        }
        try {
            return read(store, password);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return incomplete(String.valueOf(e.getMessage()));
        }
    }

    private static IdentityOpening read(KeyStore store, char[] password)
            throws GeneralSecurityException {
        PrivateKey tls = key(store, TLS, password);
        X509Certificate tlsCertificate = certificate(store, TLS);
        PrivateKey signing = key(store, SIGNING, password);
        X509Certificate signingCertificate = certificate(store, SIGNING);
        X509Certificate ca = certificate(store, CENTRAL_CA);
        if (tls == null || tlsCertificate == null) {
            return incomplete(TLS);
        }
        if (signing == null || signingCertificate == null) {
            return incomplete(SIGNING);
        }
        if (ca == null) {
            return incomplete(CENTRAL_CA);
        }
        Signer signer = Ed25519Signer.of(signing, RawKeys.of(signingCertificate.getPublicKey()));
        PrivateKey register = key(store, REGISTER, password);
        X509Certificate registerCertificate = certificate(store, REGISTER);
        RegisterKeyPair registerKey =
                register == null || registerCertificate == null
                        ? null
                        : new RegisterKeyPair(
                                register, RawKeys.of(registerCertificate.getPublicKey()));
        X509Certificate[] chain =
                Arrays.stream(store.getCertificateChain(TLS))
                        .map(X509Certificate.class::cast)
                        .toArray(X509Certificate[]::new);
        return new IdentityOpening.Opened(new StationIdentity(tls, chain, ca, signer, registerKey));
    }

    private static @Nullable PrivateKey key(KeyStore store, String alias, char[] password)
            throws GeneralSecurityException {
        return store.getKey(alias, password) instanceof PrivateKey key ? key : null;
    }

    private static @Nullable X509Certificate certificate(KeyStore store, String alias)
            throws GeneralSecurityException {
        return store.getCertificate(alias) instanceof X509Certificate certificate
                ? certificate
                : null;
    }

    private static IdentityOpening incomplete(String detail) {
        return new IdentityOpening.Refused(IdentityRefusal.INCOMPLETE, detail);
    }

    /** Signs in the terminal's name. */
    public Signer signer() {
        return signer;
    }

    /** The key of the register; empty at a booth. */
    public Optional<RegisterKeyPair> registerKey() {
        return Optional.ofNullable(registerKey);
    }

    /** Key of the terminal's side of TLS. */
    public PrivateKey tlsKey() {
        return tlsKey;
    }

    /** Certificate of {@link #tlsKey()} and those above it. */
    public X509Certificate[] tlsChain() {
        return tlsChain.clone();
    }

    /** The only authority whose servers the terminal talks to. */
    public X509Certificate centralCa() {
        return centralCa;
    }

    @Override
    public String toString() {
        return "StationIdentity[" + signer.keyId() + "]";
    }
}
