package org.tamga.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.RawKeys;
import org.tamga.election.wire.Signer;

/** A terminal with the identity of its kit, speaking TLS with the JDK's client. */
final class TestTerminal {
    private final String station;
    private final String id;
    private final KeyStore identity;
    private final char[] password;
    private long number;

    TestTerminal(Path home, String station, String id) {
        this.station = station;
        this.id = id;
        Path folder = home.resolve("stations").resolve(station).resolve(id);
        try (InputStream file = Files.newInputStream(folder.resolve("identity.p12"))) {
            password = Files.readString(folder.resolve("identity.secret")).strip().toCharArray();
            identity = KeyStore.getInstance("PKCS12");
            identity.load(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return id;
    }

    Signer signer() {
        try {
            return Ed25519Signer.of(
                    (PrivateKey) identity.getKey("signing", password),
                    RawKeys.of(identity.getCertificate("signing").getPublicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey registerKey() {
        try {
            return (PrivateKey) identity.getKey("register", password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] registerPublic() {
        try {
            return RawKeys.of(identity.getCertificate("register").getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next item of this terminal's outbox. */
    SignedItem item(ItemKind kind, byte[] content) {
        return itemNumbered(kind, ++number, content);
    }

    SignedItem itemNumbered(ItemKind kind, long itemNumber, byte[] content) {
        return SignedItem.sign(
                ItemEnvelope.of(kind, "demo-2026", station, id, itemNumber, content), signer());
    }

    HttpClient client() {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(identity, password);
            return client(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts the centre and shows no certificate. */
    HttpClient anonymousClient() {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            KeyStore none = KeyStore.getInstance("PKCS12");
            none.load(null, null);
            keys.init(none, new char[0]);
            return client(keys);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client(KeyManagerFactory keys) throws GeneralSecurityException {
        KeyStore trusted;
        try {
            trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trusted.setCertificateEntry("central-ca", identity.getCertificate("central-ca"));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    static HttpResponse<byte[]> put(HttpClient client, int port, String id, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                request(port, "/v1/items/" + id)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    static HttpResponse<byte[]> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        return client.send(
                request(port, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }
}
