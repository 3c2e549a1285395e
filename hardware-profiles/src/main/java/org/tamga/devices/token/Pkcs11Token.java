package org.tamga.devices.token;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.token.TokenLibrary.Given;
import org.tamga.devices.token.TokenLibrary.Late;
import org.tamga.devices.token.TokenLibrary.Missing;

/** A smart card or USB token behind its maker's PKCS#11 library. */
final class Pkcs11Token implements SigningToken {
    private static final byte[] PRIVATE_KEY = number(3);
    private static final byte[] CERTIFICATE = number(1);
    private static final byte[] TRUE = {1};
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final DeviceInfo info;
    private final Path file;
    private final String label;
    private final Duration answerLimit;
    private final InstantSource clock;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private @Nullable TokenLibrary library;
    private volatile boolean seen;
    private volatile Presence known =
            new Presence.Absent(DeviceFault.OFFLINE, "the token's library has not answered yet");

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
     * @param answerLimit how long the library may take to log in, and to sign
     */
    Pkcs11Token(
            DeviceInfo info, Path file, String label, Duration answerLimit, InstantSource clock) {
        this.info = info;
        this.file = file;
        this.label = label;
        this.answerLimit = answerLimit;
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

    /** Never waits for a library that is busy: what was seen last holds until it answers. */
    @Override
    public Presence presence() {
        return library()
                .glance(GLANCE, (loaded, _) -> look(loaded))
                .map(
                        answer ->
                                switch (answer) {
                                    case Given<Presence>(Presence now) -> now;
                                    case Missing<Presence>(String detail) ->
                                            new Presence.Absent(DeviceFault.DRIVER_MISSING, detail);
                                    case Late<Presence>() -> known;
                                })
                .orElseGet(() -> known);
    }

    private Presence look(Cryptoki loaded) {
        Presence now;
        try {
            token(loaded);
            now = new Presence.Attached();
        } catch (Refusal e) {
            now = new Presence.Absent(e.fault, e.detail);
        }
        known = now;
        return now;
    }

    private synchronized TokenLibrary library() {
        TokenLibrary open = library;
        if (open == null) {
            open = TokenLibrary.of(file);
            library = open;
        }
        return open;
    }

    private static void initialize(Cryptoki loaded) throws Refusal {
        long code = loaded.initialize();
        if (code != Cryptoki.OK && code != Cryptoki.ALREADY_INITIALIZED) {
            throw new Refusal(DeviceFault.PROTOCOL_ERROR, TokenErrors.words(code));
        }
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
        known = new Presence.Attached();
        return found.get();
    }

    @Override
    public TokenOpening open(char[] pin) {
        if (!inUse.compareAndSet(false, true)) {
            return new TokenOpening.Refused(
                    DeviceFault.BUSY, OptionalInt.empty(), "another session is open");
        }
        boolean opened = false;
        try {
            TokenLibrary open = library();
            TokenOpening opening = told(open.call(answerLimit, new Login(open, pin.clone())));
            opened = opening instanceof TokenOpening.Opened;
            return opening;
        } finally {
            if (!opened) {
                inUse.set(false);
            }
        }
    }

    private static TokenOpening told(TokenLibrary.Answer<TokenOpening> answer) {
        return switch (answer) {
            case Given<TokenOpening>(TokenOpening opening) -> opening;
            case Missing<TokenOpening>(String detail) ->
                    new TokenOpening.Refused(
                            DeviceFault.DRIVER_MISSING, OptionalInt.empty(), detail);
            case Late<TokenOpening>() ->
                    new TokenOpening.Refused(
                            DeviceFault.OFFLINE, OptionalInt.empty(), Pkcs11Session.SILENT);
        };
    }

    /** From a token that is searched to a session that is logged in, or to nothing at all. */
    private final class Login implements TokenLibrary.Work<TokenOpening> {
        private final TokenLibrary open;
        private final char[] pin;

        /**
         * @param pin its own copy: the caller wipes his when he is answered
         */
        Login(TokenLibrary open, char[] pin) {
            this.open = open;
            this.pin = pin;
        }

        @Override
        public TokenOpening with(Cryptoki loaded, BooleanSupplier givenUp) {
            try {
                Cryptoki.Token token = token(loaded);
                if (token.locked()) {
                    throw new Refusal(DeviceFault.TOKEN_LOCKED, "the token has locked itself");
                }
                if (givenUp.getAsBoolean()) {
                    throw new Refusal(DeviceFault.OFFLINE, Pkcs11Session.SILENT);
                }
                return taken(loaded, token.slot());
            } catch (Refusal e) {
                return e.told(OptionalInt.empty());
            }
        }

        private TokenOpening taken(Cryptoki loaded, long slot) throws Refusal {
            if (!open.take(slot)) {
                throw new Refusal(DeviceFault.BUSY, "another session is open");
            }
            boolean kept = false;
            try {
                TokenOpening opening = session(loaded, slot);
                kept = opening instanceof TokenOpening.Opened;
                return opening;
            } finally {
                if (!kept) {
                    open.release(slot);
                }
            }
        }

        private TokenOpening session(Cryptoki loaded, long slot) throws Refusal {
            var session = loaded.openSession(slot, false);
            if (session.failed()) {
                throw new Refusal(
                        TokenErrors.opening(session.code()), TokenErrors.words(session.code()));
            }
            boolean kept = false;
            try {
                TokenOpening opening = login(loaded, slot, session.value());
                kept = opening instanceof TokenOpening.Opened;
                return opening;
            } finally {
                if (!kept) {
                    loaded.closeSession(session.value());
                }
            }
        }

        private TokenOpening login(Cryptoki loaded, long slot, long session) throws Refusal {
            long code = loaded.login(session, pin);
            if (code == TokenErrors.ALREADY_LOGGED_IN) {
                // Somebody else in this process is: this PIN must prove itself all the same.
                loaded.logout(session);
                code = loaded.login(session, pin);
            }
            if (code != Cryptoki.OK) {
                return refused(loaded, code);
            }
            boolean kept = false;
            try {
                TokenOpening opening = logged(loaded, open, slot, session);
                kept = opening instanceof TokenOpening.Opened;
                return opening;
            } finally {
                if (!kept) {
                    loaded.logout(session);
                }
            }
        }

        @Override
        public void undo(Cryptoki loaded, TokenOpening late) {
            if (late instanceof TokenOpening.Opened(Pkcs11Session session)) {
                session.end(loaded);
            }
        }

        @Override
        public void end() {
            Arrays.fill(pin, '\0');
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

    private TokenOpening logged(Cryptoki loaded, TokenLibrary open, long slot, long session)
            throws Refusal {
        var keys = loaded.find(session, Map.of(Cryptoki.CLASS, PRIVATE_KEY, Cryptoki.SIGN, TRUE));
        List<Signer> signers = new ArrayList<>();
        Refusal none =
                new Refusal(
                        DeviceFault.NOT_FOUND, "the token holds no signing key with a certificate");
        for (long key : keys.value()) {
            try {
                signer(loaded, session, key).ifPresent(signers::add);
            } catch (Refusal e) {
                none = e;
            }
        }
        if (signers.isEmpty()) {
            throw none;
        }
        Instant now = clock.instant();
        return Validity.best(signers, Signer::certificate, now)
                .<TokenOpening>map(
                        best ->
                                new TokenOpening.Opened(
                                        new Pkcs11Session(
                                                open,
                                                answerLimit,
                                                new Pkcs11Session.Held(slot, session, best.key()),
                                                List.of(best.certificate()),
                                                () -> inUse.set(false))))
                .orElseGet(() -> Validity.refusal(signers, Signer::certificate, now));
    }

    private record Signer(long key, X509Certificate certificate) {}

    /** Empty for a key without a certificate. */
    private static Optional<Signer> signer(Cryptoki loaded, long session, long key) throws Refusal {
        var id = loaded.attribute(session, key, Cryptoki.ID);
        if (id.failed()) {
            return Optional.empty();
        }
        Optional<X509Certificate> certificate = certificate(loaded, session, id.value());
        if (certificate.isPresent() && loaded.asksEveryTime(session, key)) {
            throw new Refusal(
                    DeviceFault.PROTOCOL_ERROR, "the key asks for its PIN at every signature");
        }
        return certificate.map(found -> new Signer(key, found));
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
        TokenLibrary open = library;
        library = null;
        if (open != null) {
            open.close();
        }
    }
}
