package org.tamga.station.sync;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.tamga.station.vault.StationIdentity;

/** Mutual TLS 1.3 with the terminal's key, trusting the centre's authority and no other. */
final class CentralTls {
    private static final String TLS = "TLSv1.3";

    private CentralTls() {}

    static SSLContext context(StationIdentity identity) {
        try {
            KeyStore own = empty();
            own.setKeyEntry("tls", identity.tlsKey(), new char[0], identity.tlsChain());
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            KeyStore trusted = empty();
            trusted.setCertificateEntry("central-ca", identity.centralCa());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance(TLS);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the identity's keys do not serve TLS", e);
        }
    }

    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {TLS});
        return parameters;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        return store;
    }
}
