package org.tamga.devices.token;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;

/** A session that is logged in. */
final class Pkcs11Session implements TokenSession {
    static final String SILENT = "the token's library does not answer";

    private final TokenLibrary library;
    private final Duration answerLimit;
    private final Held held;
    private final List<X509Certificate> chain;
    private final Runnable ended;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What the library knows a session and its key by. */
    record Held(long slot, long session, long key) {}

    Pkcs11Session(
            TokenLibrary library,
            Duration answerLimit,
            Held held,
            List<X509Certificate> chain,
            Runnable ended) {
        this.library = library;
        this.answerLimit = answerLimit;
        this.held = held;
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
        byte[] prepared = method.get().prepared(data);
        long mechanism = method.get().mechanism();
        return switch (library.call(
                answerLimit,
                (loaded, _) -> loaded.sign(held.session(), held.key(), mechanism, prepared))) {
            case TokenLibrary.Given<Cryptoki.Result<byte[]>>(var signed) ->
                    signed.failed()
                            ? new TokenSignature.Failed(
                                    TokenErrors.signing(signed.code()),
                                    TokenErrors.words(signed.code()))
                            : new TokenSignature.Signed(method.get().finished(signed.value()));
            case TokenLibrary.Late<Cryptoki.Result<byte[]>>() ->
                    new TokenSignature.Failed(DeviceFault.OFFLINE, SILENT);
            case TokenLibrary.Missing<Cryptoki.Result<byte[]>>(String detail) ->
                    new TokenSignature.Failed(DeviceFault.DRIVER_MISSING, detail);
        };
    }

    /** Logs out; called on the library's thread. */
    void end(Cryptoki loaded) {
        try {
            loaded.logout(held.session());
            loaded.closeSession(held.session());
        } finally {
            library.release(held.slot());
        }
    }

    /** A library that hangs logs out when it returns. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                library.finish(
                        answerLimit,
                        (loaded, _) -> {
                            end(loaded);
                            return held;
                        });
            } finally {
                ended.run();
            }
        }
    }
}
