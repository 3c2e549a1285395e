package org.tamga.devices.simulator.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.foreign.ProcessEnvironment;
import org.tamga.devices.simulator.FaultScript;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.token.Cryptoki;
import org.tamga.devices.token.TokenLibrary;

/**
 * A token of software: SoftHSM 2 with tokens in a folder of its own. The library reads its settings
 * once, from a file that a variable of the process names; so every simulator has its own copy of
 * the library and initializes it while the variable is its own.
 */
public final class SoftHsmSimulator implements Simulator {
    private static final List<Path> LIBRARIES =
            List.of(
                    Path.of("/usr/lib/softhsm/libsofthsm2.so"),
                    Path.of("/usr/lib64/softhsm/libsofthsm2.so"));
    private static final String VARIABLE = "SOFTHSM2_CONF";
    private static final String SETTINGS = "softhsm2.conf";
    private static final String SECURITY_OFFICER_PIN = "53746172";
    private static final String ANOTHER_PIN = "87654321";
    private static final String KEY_ID = "a1";

    /** The curve's object identifier. */
    private static final byte[] P256 = {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Object ENVIRONMENT = new Object();

    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.WRONG_PIN,
                            SimulatedFault.TOKEN_LOCKED,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.STUCK,
                            SimulatedFault.CLOCK_JUMP));
    private final TestKey key;
    private final String label;
    private final String pin;
    private final Path folder;
    private final TokenLibrary library;
    private @Nullable Hanging hanging;

    /**
     * @param label the token's own name
     * @param pin at least four characters
     * @param parent an own folder is made in it
     * @throws IOException naming the package that is missing
     */
    public SoftHsmSimulator(TestKey key, String label, String pin, Path parent) throws IOException {
        this.key = key;
        this.label = label;
        this.pin = pin;
        Path original =
                LIBRARIES.stream()
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new IOException("SoftHSM is missing: package softhsm2"));
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "softhsm").toAbsolutePath();
        Files.copy(original, folder.resolve("libsofthsm2.so"));
        Files.createDirectories(tokens());
        Files.writeString(settings(), "directories.tokendir = " + tokens() + "\n");
        tool("--init-token", "--free", "--label", label, "--so-pin", SECURITY_OFFICER_PIN);
        importKey();
        library = TokenLibrary.of(Path.of(at()));
        call(this::initialize);
        putCertificate(key.valid());
    }

    private Path tokens() {
        return folder.resolve("tokens");
    }

    private Path settings() {
        return folder.resolve(SETTINGS);
    }

    private void importKey() throws IOException {
        Path file = folder.resolve("key.pem");
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + encoder.encodeToString(key.pair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        tool("--import", file.toString(), "--token", label, "--label", "official", "--id", KEY_ID);
        Files.delete(file);
    }

    private void tool(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of("softhsm2-util"));
        Collections.addAll(command, arguments);
        Collections.addAll(command, "--pin", pin);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(VARIABLE, settings().toString());
        Process process = builder.start();
        try (var out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("softhsm2-util: " + said.strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** On the library's own thread, as the driver's calls are. */
    private void call(Consumer<Cryptoki> work) {
        var answer =
                library.call(
                        PATIENCE,
                        (loaded, _) -> {
                            work.accept(loaded);
                            return label;
                        });
        if (!(answer instanceof TokenLibrary.Given)) {
            throw new IllegalStateException("SoftHSM: " + answer);
        }
    }

    private void initialize(Cryptoki loaded) {
        synchronized (ENVIRONMENT) {
            ProcessEnvironment.set(VARIABLE, settings().toString());
            check(loaded.initialize());
        }
    }

    /**
     * Lets this process find the tokens of a simulator that runs in another one, before the driver
     * initializes the library.
     *
     * @param library where that simulator is
     */
    public static void join(Path library) {
        Path settings = library.resolveSibling(SETTINGS);
        if (Files.exists(settings)) {
            synchronized (ENVIRONMENT) {
                ProcessEnvironment.set(VARIABLE, settings.toString());
            }
        }
    }

    private static void check(long code) {
        if (code != Cryptoki.OK) {
            throw new IllegalStateException("CKR %X".formatted(code));
        }
    }

    /** Something done in a session of the simulator's own. */
    private interface Work {
        void with(Cryptoki loaded, long session);
    }

    private void inSession(boolean loggedIn, Work work) {
        call(loaded -> inSession(loaded, loggedIn, work));
    }

    private void inSession(Cryptoki loaded, boolean loggedIn, Work work) {
        long slot =
                loaded.tokens().value().stream()
                        .filter(token -> token.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .slot();
        long session = loaded.openSession(slot, true).value();
        try {
            if (loggedIn) {
                check(loaded.login(session, pin.toCharArray()));
            }
            work.with(loaded, session);
        } finally {
            if (loggedIn) {
                loaded.logout(session);
            }
            loaded.closeSession(session);
        }
    }

    private void putCertificate(X509Certificate certificate) {
        byte[] certificateClass = number(1);
        inSession(
                true,
                (loaded, session) -> {
                    for (long old :
                            loaded.find(session, Map.of(Cryptoki.CLASS, certificateClass))
                                    .value()) {
                        check(loaded.destroy(session, old));
                    }
                    try {
                        check(
                                loaded.create(
                                        session,
                                        Map.of(
                                                Cryptoki.CLASS,
                                                certificateClass,
                                                0x1L,
                                                new byte[] {1},
                                                0x80L,
                                                number(0),
                                                0x101L,
                                                certificate.getSubjectX500Principal().getEncoded(),
                                                Cryptoki.ID,
                                                new byte[] {(byte) 0xA1},
                                                Cryptoki.VALUE,
                                                certificate.getEncoded())));
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** The same key in another manner: it wants the PIN again before each signature. */
    public synchronized void replaceKeyByOneThatAsksEveryTime() {
        byte[] yes = {1};
        byte[] id = {(byte) 0xA1};
        var secret = ((ECPrivateKey) key.pair().getPrivate()).getS();
        Map<Long, byte[]> attributes =
                Map.of(
                        Cryptoki.CLASS,
                        number(3),
                        0x100L,
                        number(3),
                        0x1L,
                        yes,
                        0x2L,
                        yes,
                        0x108L,
                        yes,
                        0x202L,
                        yes,
                        Cryptoki.ID,
                        id,
                        0x180L,
                        P256,
                        Cryptoki.VALUE,
                        BigIntegers.asUnsignedByteArray(32, secret));
        inSession(
                true,
                (loaded, session) -> {
                    for (long old :
                            loaded.find(session, Map.of(Cryptoki.CLASS, number(3))).value()) {
                        check(loaded.destroy(session, old));
                    }
                    check(loaded.create(session, attributes));
                });
    }

    private static byte[] number(long value) {
        return java.nio.ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.nativeOrder())
                .putLong(value)
                .array();
    }

    /** The library's copy. */
    @Override
    public String at() {
        return folder.resolve("libsofthsm2.so").toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        switch (fault) {
            case WRONG_PIN ->
                    inSession(
                            false,
                            (loaded, session) -> check(loaded.setPin(session, pin, ANOTHER_PIN)));
            case CLOCK_JUMP -> putCertificate(key.expired());
            case TOKEN_LOCKED -> call(loaded -> lock(loaded, true));
            case STUCK -> hang();
            default -> call(loaded -> plug(loaded, false));
        }
    }

    @Override
    public synchronized void repair() {
        SimulatedFault fault = script.standing().orElse(null);
        script.clear();
        switch (fault) {
            case WRONG_PIN ->
                    inSession(
                            false,
                            (loaded, session) -> check(loaded.setPin(session, ANOTHER_PIN, pin)));
            case CLOCK_JUMP -> putCertificate(key.valid());
            case TOKEN_LOCKED -> call(loaded -> lock(loaded, false));
            case UNPLUGGED -> call(loaded -> plug(loaded, true));
            case STUCK -> letGo();
            case null, default -> {}
        }
    }

    /** Stands in front of the library as a call that does not return would. */
    private void hang() {
        Hanging call = new Hanging();
        hanging = call;
        library.finish(Duration.ZERO, call);
    }

    private static final class Hanging implements TokenLibrary.Work<Boolean> {
        private final CountDownLatch let = new CountDownLatch(1);
        private final CountDownLatch gone = new CountDownLatch(1);

        @Override
        public Boolean with(Cryptoki loaded, BooleanSupplier givenUp) {
            await(let);
            return true;
        }

        @Override
        public void end() {
            gone.countDown();
        }

        void letGo() {
            let.countDown();
            await(gone);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void letGo() {
        Hanging call = hanging;
        hanging = null;
        if (call != null) {
            call.letGo();
        }
    }

    /** Away with the tokens, or back with them; every session ends. */
    private void plug(Cryptoki loaded, boolean in) {
        Path away = folder.resolve("pulled");
        loaded.terminate();
        try {
            if (in) {
                Files.deleteIfExists(tokens());
                Files.move(away, tokens());
            } else {
                Files.move(tokens(), away);
                Files.createDirectories(tokens());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        initialize(loaded);
    }

    /** The token's flag in its file: SoftHSM itself never locks. */
    private void lock(Cryptoki loaded, boolean locked) {
        loaded.terminate();
        try (Stream<Path> files = Files.walk(tokens())) {
            for (Path file : files.filter(f -> f.endsWith("token.object")).toList()) {
                TokenFile.setLocked(file, locked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        initialize(loaded);
    }

    /** Waits for nobody. */
    @Override
    public void present() {}

    @Override
    public synchronized void close() {
        letGo();
        call(Cryptoki::terminate);
        library.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
