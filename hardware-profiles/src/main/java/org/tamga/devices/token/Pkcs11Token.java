package org.tamga.devices.token;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;

/** A smart card or USB token behind its maker's PKCS#11 library. */
final class Pkcs11Token implements SigningToken {
    private static final byte[] PRIVATE_KEY = number(3);
    private static final byte[] CERTIFICATE = number(1);
    private static final byte[] TRUE = {1};

    private final DeviceInfo info;
    private final Path library;
    private final String label;
    private final InstantSource clock;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private @Nullable Cryptoki cryptoki;
    private boolean initializedHere;
    private volatile boolean seen;

    /** Why a token cannot be used; never leaves this class. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        private final DeviceFault fault;
        private final String detail;

        Refusal(DeviceFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
            this.detail = detail;
        }

        TokenOpening told(OptionalInt triesLeft) {
            return new TokenOpening.Refused(fault, triesLeft, detail);
        }
    }

    /**
     * @param label the token's own name; empty for the first token
     */
    Pkcs11Token(DeviceInfo info, Path library, String label, InstantSource clock) {
        this.info = info;
        this.library = library;
        this.label = label;
        this.clock = clock;
    }

    /** A {@code CK_ULONG}. */
    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(value).array();
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        try {
            token(cryptoki());
            return new Presence.Attached();
        } catch (Refusal e) {
            return new Presence.Absent(e.fault, e.detail);
        }
    }

    private synchronized Cryptoki cryptoki() throws Refusal {
        Cryptoki loaded = cryptoki;
        if (loaded != null) {
            return loaded;
        }
        if (!Files.isReadable(library)) {
            throw new Refusal(
                    DeviceFault.DRIVER_MISSING, "the token's library is missing: " + library);
        }
        try {
            loaded = Cryptoki.load(library);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    DeviceFault.DRIVER_MISSING, library + " is no PKCS#11 library of this machine");
        }
        initialize(loaded);
        cryptoki = loaded;
        return loaded;
    }

    private void initialize(Cryptoki loaded) throws Refusal {
        long code = loaded.initialize();
        if (code != Cryptoki.OK && code != Cryptoki.ALREADY_INITIALIZED) {
            throw new Refusal(DeviceFault.PROTOCOL_ERROR, TokenErrors.words(code));
        }
        initializedHere |= code == Cryptoki.OK;
    }

    private Cryptoki.Token token(Cryptoki loaded) throws Refusal {
        var tokens = loaded.tokens();
        if (tokens.code() == TokenErrors.NOT_INITIALIZED) {
            initialize(loaded);
            tokens = loaded.tokens();
        }
        if (tokens.failed()) {
            throw new Refusal(TokenErrors.opening(tokens.code()), TokenErrors.words(tokens.code()));
        }
        Optional<Cryptoki.Token> found =
                tokens.value().stream()
                        .filter(token -> label.isEmpty() || token.label().equals(label))
                        .findFirst();
        if (found.isEmpty()) {
            throw seen
                    ? new Refusal(DeviceFault.UNPLUGGED, "the token was pulled out")
                    : new Refusal(DeviceFault.NOT_FOUND, "no token of that name is attached");
        }
        seen = true;
        return found.get();
    }

    @Override
    public TokenOpening open(char[] pin) {
        if (!inUse.compareAndSet(false, true)) {
            return new TokenOpening.Refused(
                    DeviceFault.BUSY, OptionalInt.empty(), "another session is open");
        }
        TokenOpening opening = openAlone(pin);
        if (!(opening instanceof TokenOpening.Opened)) {
            inUse.set(false);
        }
        return opening;
    }

    private TokenOpening openAlone(char[] pin) {
        try {
            Cryptoki loaded = cryptoki();
            Cryptoki.Token token = token(loaded);
            if (token.locked()) {
                throw new Refusal(DeviceFault.TOKEN_LOCKED, "the token has locked itself");
            }
            var session = loaded.openSession(token.slot(), false);
            if (session.failed()) {
                throw new Refusal(
                        TokenErrors.opening(session.code()), TokenErrors.words(session.code()));
            }
            TokenOpening opening = login(loaded, session.value(), pin);
            if (!(opening instanceof TokenOpening.Opened)) {
                loaded.closeSession(session.value());
            }
            return opening;
        } catch (Refusal e) {
            return e.told(OptionalInt.empty());
        }
    }

    private TokenOpening login(Cryptoki loaded, long session, char[] pin) throws Refusal {
        long code = loaded.login(session, pin);
        if (code == TokenErrors.ALREADY_LOGGED_IN) {
            // Somebody else in this process is: this PIN must prove itself all the same.
            loaded.logout(session);
            code = loaded.login(session, pin);
        }
        if (code != Cryptoki.OK) {
            return refused(loaded, code);
        }
        try {
            return logged(loaded, session);
        } catch (Refusal e) {
            loaded.logout(session);
            return e.told(OptionalInt.empty());
        }
    }

    private TokenOpening refused(Cryptoki loaded, long code) throws Refusal {
        Cryptoki.Token now = token(loaded);
        if (now.locked()) {
            throw new Refusal(DeviceFault.TOKEN_LOCKED, "the token has locked itself");
        }
        DeviceFault fault = TokenErrors.opening(code);
        String detail =
                fault != DeviceFault.WRONG_PIN
                        ? TokenErrors.words(code)
                        : now.countLow() ? "wrong PIN, few tries are left" : "wrong PIN";
        return new Refusal(fault, detail)
                .told(now.finalTry() ? OptionalInt.of(1) : OptionalInt.empty());
    }

    private TokenOpening logged(Cryptoki loaded, long session) throws Refusal {
        var keys = loaded.find(session, Map.of(Cryptoki.CLASS, PRIVATE_KEY, Cryptoki.SIGN, TRUE));
        for (long key : keys.value()) {
            var id = loaded.attribute(session, key, Cryptoki.ID);
            Optional<X509Certificate> certificate =
                    id.failed() ? Optional.empty() : certificate(loaded, session, id.value());
            if (certificate.isPresent()) {
                Optional<TokenOpening> refusal =
                        Validity.refusal(certificate.get(), clock.instant());
                refusal.ifPresent(_ -> loaded.logout(session));
                return refusal.orElseGet(
                        () ->
                                new TokenOpening.Opened(
                                        new Pkcs11Session(
                                                loaded,
                                                session,
                                                key,
                                                List.of(certificate.get()),
                                                () -> inUse.set(false))));
            }
        }
        throw new Refusal(
                DeviceFault.NOT_FOUND, "the token holds no signing key with a certificate");
    }

    private static Optional<X509Certificate> certificate(Cryptoki loaded, long session, byte[] id)
            throws Refusal {
        var found = loaded.find(session, Map.of(Cryptoki.CLASS, CERTIFICATE, Cryptoki.ID, id));
        if (found.value().isEmpty()) {
            return Optional.empty();
        }
        var value = loaded.attribute(session, found.value().getFirst(), Cryptoki.VALUE);
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return Optional.of(
                    (X509Certificate)
                            factory.generateCertificate(new ByteArrayInputStream(value.value())));
        } catch (CertificateException e) {
            throw new Refusal(DeviceFault.PROTOCOL_ERROR, "the token's certificate is damaged");
        }
    }

    @Override
    public synchronized void close() {
        Cryptoki loaded = cryptoki;
        cryptoki = null;
        if (loaded != null && initializedHere) {
            initializedHere = false;
            loaded.terminate();
        }
    }
}
