package org.tamga.devices.token;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;

/** A key file (PKCS#12), on a stick that the official carries; its password is the PIN. */
final class Pkcs12Token implements SigningToken {
    private static final long LARGEST_FILE = 1 << 20;

    private final DeviceInfo info;
    private final Path file;
    private final InstantSource clock;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private volatile boolean seen;

    Pkcs12Token(DeviceInfo info, Path file, InstantSource clock) {
        this.info = info;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            seen = true;
            return new Presence.Attached();
        }
        return new Presence.Absent(absence(), "no key file lies there");
    }

    private DeviceFault absence() {
        return seen ? DeviceFault.UNPLUGGED : DeviceFault.NOT_FOUND;
    }

    @Override
    public TokenOpening open(char[] pin) {
        if (!inUse.compareAndSet(false, true)) {
            return refused(DeviceFault.BUSY, "another session is open");
        }
        boolean opened = false;
        try {
            TokenOpening opening = openAlone(pin);
            opened = opening instanceof TokenOpening.Opened;
            return opening;
        } finally {
            if (!opened) {
                inUse.set(false);
            }
        }
    }

    private TokenOpening openAlone(char[] pin) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return refused(DeviceFault.PROTOCOL_ERROR, "the key file is too large");
            }
            bytes = Files.readAllBytes(file);
            seen = true;
        } catch (IOException e) {
            return refused(absence(), "no key file lies there");
        }
        try {
            return open(bytes, pin);
        } catch (IOException e) {
            return e.getCause() instanceof UnrecoverableKeyException
                    ? refused(DeviceFault.WRONG_PIN, "wrong password")
                    : refused(DeviceFault.PROTOCOL_ERROR, "the key file is damaged");
        } catch (GeneralSecurityException e) {
            return refused(DeviceFault.PROTOCOL_ERROR, "the key file cannot be read");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private TokenOpening open(byte[] bytes, char[] pin)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), pin);
        List<Signer> signers = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, pin) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate) {
                signers.add(new Signer(key, chain(store, alias)));
            }
        }
        if (signers.isEmpty()) {
            return refused(DeviceFault.NOT_FOUND, SigningTokens.NO_KEY);
        }
        Instant now = clock.instant();
        return Validity.best(signers, Signer::certificate, now)
                .<TokenOpening>map(
                        best -> new TokenOpening.Opened(new KeySession(best.key(), best.chain())))
                .orElseGet(() -> Validity.refusal(signers, Signer::certificate, now));
    }

    private record Signer(PrivateKey key, List<X509Certificate> chain) {
        X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) {
        try {
            return Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenOpening refused(DeviceFault fault, String detail) {
        return new TokenOpening.Refused(fault, OptionalInt.empty(), detail);
    }

    @Override
    public void close() {}

    private final class KeySession implements TokenSession {
        private final List<X509Certificate> chain;
        private volatile @Nullable PrivateKey key;

        KeySession(PrivateKey key, List<X509Certificate> chain) {
            this.key = key;
            this.chain = chain;
        }

        @Override
        public List<X509Certificate> chain() {
            return chain;
        }

        @Override
        public TokenSignature sign(String algorithm, byte[] data) {
            PrivateKey held = key;
            if (held == null) {
                throw new IllegalStateException("the session is closed");
            }
            try {
                Signature signature = Signature.getInstance(algorithm);
                signature.initSign(held);
                signature.update(data);
                return new TokenSignature.Signed(signature.sign());
            } catch (GeneralSecurityException e) {
                return new TokenSignature.Failed(
                        DeviceFault.PROTOCOL_ERROR, "the key does not sign by " + algorithm);
            }
        }

        @Override
        public void close() {
            if (key != null) {
                key = null;
                inUse.set(false);
            }
        }
    }
}
