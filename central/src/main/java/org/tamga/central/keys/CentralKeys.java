package org.tamga.central.keys;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.tamga.central.storage.RowSealer;
import org.tamga.election.wire.Signer;

/**
 * The central node's own keys: {@code keys/*.p12}, their passwords in {@code keys/secrets.json}.
 */
public final class CentralKeys {
    private static final String SIGNING = "central";
    private static final String AUTHORITY = "ca";
    private static final String TLS = "tls";
    private static final String CARDS = "cards";
    private static final String ROWS = "rows";

    private final Path folder;
    private final Secrets secrets;

    private CentralKeys(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    /** New keys for an election. */
    public static CentralKeys create(Path folder, String electionId, Instant now) {
        var secrets =
                Secrets.create(
                        folder.resolve("secrets.json"),
                        List.of(SIGNING, AUTHORITY, TLS, CARDS, ROWS));
        var keys = new CentralKeys(folder, secrets);
        KeyPair root = KeyPairs.p256();
        var authority = CertificateAuthority.create(root, electionId, now);
        X509Certificate rootCertificate = authority.certificate();
        keys.fresh(AUTHORITY)
                .with(AUTHORITY, root.getPrivate(), rootCertificate)
                .write(keys.file(AUTHORITY));
        for (String alias : List.of(SIGNING, CARDS)) {
            KeyPair pair = KeyPairs.ed25519();
            X509Certificate certificate =
                    authority.issueSigning(pair.getPublic(), alias, electionId);
            keys.fresh(alias)
                    .with(alias, pair.getPrivate(), certificate, rootCertificate)
                    .write(keys.file(alias));
        }
        KeyPair tls = KeyPairs.p256();
        X509Certificate server =
                authority.issueTls(
                        tls.getPublic(), "central", electionId, true, "localhost", "127.0.0.1");
        keys.fresh(TLS)
                .with(TLS, tls.getPrivate(), server, rootCertificate)
                .trusting("central-ca", rootCertificate)
                .write(keys.file(TLS));
        return keys;
    }

    /** The keys that {@code init} made. */
    public static CentralKeys open(Path folder) {
        return new CentralKeys(folder, Secrets.read(folder.resolve("secrets.json")));
    }

    /** Signs packages, registers, receipts, tallies and manifests. */
    public Signer central() {
        return stored(SIGNING).signer(SIGNING);
    }

    /** Signs activation cards. */
    public Signer cards() {
        return stored(CARDS).signer(CARDS);
    }

    /** Issues certificates. */
    public CertificateAuthority authority(Instant now) {
        KeyFile file = stored(AUTHORITY);
        return new CertificateAuthority(file.key(AUTHORITY), file.certificate(AUTHORITY), now);
    }

    /** Server key, its chain, and the authority that clients must be of. */
    public KeyStore tls() {
        return stored(TLS).keyStore();
    }

    /** Password of {@link #tls}. */
    public char[] tlsPassword() {
        return secrets.password(TLS);
    }

    /** Seals personal rows of the database. */
    public RowSealer rows() {
        return new RowSealer(secrets.key(ROWS));
    }

    /** Key for hashes of personal numbers and of sources: 32 bytes. */
    public byte[] rowKey() {
        return secrets.key(ROWS);
    }

    private KeyFile fresh(String name) {
        return KeyFile.empty(secrets.password(name));
    }

    private KeyFile stored(String name) {
        return KeyFile.read(file(name), secrets.password(name));
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }
}
