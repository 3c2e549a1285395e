package org.tamga.devices.token;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;

/** A session that is logged in. */
final class Pkcs11Session implements TokenSession {
    private final Cryptoki cryptoki;
    private final long session;
    private final long key;
    private final List<X509Certificate> chain;
    private final Runnable ended;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pkcs11Session(
            Cryptoki cryptoki,
            long session,
            long key,
            List<X509Certificate> chain,
            Runnable ended) {
        this.cryptoki = cryptoki;
        this.session = session;
        this.key = key;
        this.chain = List.copyOf(chain);
        this.ended = ended;
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public TokenSignature sign(String algorithm, byte[] data) {
        if (closed.get()) {
            throw new IllegalStateException("the session is closed");
        }
        Optional<SignatureMethod> method = SignatureMethod.of(algorithm);
        if (method.isEmpty()) {
            return new TokenSignature.Failed(
                    DeviceFault.PROTOCOL_ERROR, "tokens do not know " + algorithm);
        }
        var signed =
                cryptoki.sign(session, key, method.get().mechanism(), method.get().prepared(data));
        return signed.failed()
                ? new TokenSignature.Failed(
                        TokenErrors.signing(signed.code()), TokenErrors.words(signed.code()))
                : new TokenSignature.Signed(method.get().finished(signed.value()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            cryptoki.logout(session);
            cryptoki.closeSession(session);
            ended.run();
        }
    }
}
