package org.tamga.central.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.RawKeys;
import org.tamga.election.wire.Signer;

/** Keys with their certificates in one PKCS#12 file (RFC 7292), protected by one password. */
public final class KeyFile {
    private final KeyStore store;
    private final char[] password;

    private KeyFile(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    /** An empty file's content. */
    static KeyFile empty(char[] password) {
        return load(null, password);
    }

    /**
     * Reads a file.
     *
     * @throws CentralFailure CN-22 if it is missing, damaged or has another password
     */
    static KeyFile read(Path file, char[] password) {
        try {
            return load(Files.readAllBytes(file), password);
        } catch (IOException e) {
            throw CentralFailure.usage("CN-22", "the keys cannot be read from " + file);
        }
    }

    private static KeyFile load(byte @Nullable [] content, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content == null ? null : new ByteArrayInputStream(content), password);
            return new KeyFile(store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw CentralFailure.usage("CN-22", "a key file is damaged or has another password");
        }
    }

    /** Adds a key and its chain, own certificate first. */
    KeyFile with(String alias, PrivateKey key, X509Certificate... chain) {
        try {
            store.setKeyEntry(alias, key, password, chain);
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not go into PKCS#12", e);
        }
    }

    /** Adds a certificate to be trusted. */
    KeyFile trusting(String alias, X509Certificate certificate) {
        try {
            store.setCertificateEntry(alias, certificate);
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate does not go into PKCS#12", e);
        }
    }

    /** Writes the file, readable by its owner only. */
    void write(Path file) {
        var content = new ByteArrayOutputStream();
        try {
            store.store(content, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("PKCS#12 cannot be written", e);
        }
        CentralHome.writeSecret(file, content.toByteArray());
    }

    /** The Ed25519 key under a name, ready to sign. */
    Signer signer(String alias) {
        return Ed25519Signer.of(key(alias), RawKeys.of(certificate(alias).getPublicKey()));
    }

    PrivateKey key(String alias) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + alias + " cannot be read", e);
        }
        throw CentralFailure.usage("CN-22", "a key file has no key " + alias);
    }

    X509Certificate certificate(String alias) {
        try {
            Certificate certificate = store.getCertificate(alias);
            if (certificate instanceof X509Certificate x509) {
                return x509;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate " + alias + " cannot be read", e);
        }
        throw CentralFailure.usage("CN-22", "a key file has no certificate " + alias);
    }

    /** The store itself, for TLS. */
    KeyStore keyStore() {
        return store;
    }
}
