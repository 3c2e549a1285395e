package org.tamga.devices.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.token.KeyFileSimulator;
import org.tamga.devices.simulator.token.SoftHsmSimulator;
import org.tamga.devices.simulator.token.TestKey;

class SigningTokenTest {
    private static final byte[] DATA = "protocol".getBytes(StandardCharsets.UTF_8);
    private static final String PIN = "1234";
    private static final DeviceInfo INFO =
            new DeviceInfo("test", "signing-token/test", "token", true);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void a_token_signs_with_a_key_that_never_leaves_it(TestKey.Kind kind) throws Exception {
        try (var simulator = hsm(kind, "chair");
                var token = token(simulator, "chair")) {
            assertEquals(new Presence.Attached(), token.presence());
            try (TokenSession session = opened(token, PIN)) {
                assertVerifies(session, kind.signature());
                assertVerifies(session, kind.signature().replace("256", "512"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_file_signs(TestKey.Kind kind) throws Exception {
        try (var simulator = new KeyFileSimulator(new TestKey(kind, "Chair"), PIN, folder);
                var token = file(simulator);
                var session = opened(token, PIN)) {
            assertVerifies(session, kind.signature());
        }
    }

    @Test
    void after_a_good_pin_a_wrong_one_is_refused_and_the_good_one_works_again() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair")) {
            opened(token, PIN).close();
            assertEquals(DeviceFault.WRONG_PIN, refused(token, "9999").fault());
            assertEquals(DeviceFault.WRONG_PIN, refused(token, "").fault());
            opened(token, PIN).close();
        }
    }

    @Test
    void two_tokens_of_different_libraries_sign_one_after_another_and_at_once() throws Exception {
        try (var first = hsm(TestKey.Kind.EC_P256, "first");
                var second = hsm(TestKey.Kind.EC_P256, "second");
                var one = token(first, "first");
                var other = token(second, "second");
                var a = opened(one, PIN);
                var b = opened(other, PIN)) {
            assertVerifies(a, "SHA256withECDSA");
            assertVerifies(b, "SHA256withECDSA");
            assertEquals("CN=first", a.chain().getFirst().getSubjectX500Principal().getName());
            assertEquals("CN=second", b.chain().getFirst().getSubjectX500Principal().getName());
        }
    }

    @Test
    void two_users_of_one_library_do_not_disturb_each_other() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var one = token(simulator, "chair")) {
            var other = token(simulator, "chair");
            try (var session = opened(one, PIN)) {
                assertEquals(DeviceFault.BUSY, refused(other, PIN).fault());
                other.close();
                assertVerifies(session, "SHA256withECDSA");
            }
            try (other) {
                opened(other, PIN).close();
            }
        }
    }

    @Test
    void a_library_that_hangs_is_given_up_in_time_and_used_again_when_it_returns()
            throws Exception {
        // Twice waited for; opening the token must fit in on a busy machine.
        var limit = Duration.ofSeconds(3);
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token =
                        SigningTokens.pkcs11(
                                INFO,
                                Path.of(simulator.at()),
                                "chair",
                                limit,
                                InstantSource.system())) {
            var session = opened(token, PIN);
            assertEquals(new Presence.Attached(), token.presence());
            simulator.breakWith(SimulatedFault.STUCK);
            assertEquals(
                    DeviceFault.OFFLINE,
                    assertInstanceOf(
                                    TokenSignature.Failed.class,
                                    session.sign("SHA256withECDSA", DATA))
                            .fault());
            session.close();
            assertEquals(DeviceFault.OFFLINE, refused(token, PIN).fault());
            assertEquals(new Presence.Attached(), token.presence());
            simulator.repair();
            DeviceFault fault = DeviceFault.OFFLINE;
            while (fault == DeviceFault.OFFLINE) {
                fault = refused(token, "9999").fault();
            }
            assertEquals(DeviceFault.WRONG_PIN, fault);
            opened(token, PIN).close();
        }
    }

    @Test
    void what_comes_too_late_is_taken_back() throws Exception {
        var undone = new java.util.concurrent.CompletableFuture<String>();
        var ended = new java.util.concurrent.CountDownLatch(1);
        var returns = new java.util.concurrent.CountDownLatch(1);
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var library = TokenLibrary.of(Path.of(simulator.at()))) {
            var answer =
                    library.call(
                            Duration.ofMillis(50),
                            new TokenLibrary.Work<String>() {
                                @Override
                                public String with(
                                        Cryptoki loaded,
                                        java.util.function.BooleanSupplier givenUp) {
                                    try {
                                        returns.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return "session, given up: " + givenUp.getAsBoolean();
                                }

                                @Override
                                public void undo(Cryptoki loaded, String late) {
                                    undone.complete(late);
                                }

                                @Override
                                public void end() {
                                    ended.countDown();
                                }
                            });
            assertInstanceOf(TokenLibrary.Late.class, answer);
            returns.countDown();
            assertEquals("session, given up: true", undone.get());
            ended.await();
        }
    }

    @Test
    void a_key_that_asks_for_the_pin_at_every_signature_is_refused() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair")) {
            simulator.replaceKeyByOneThatAsksEveryTime();
            assertEquals(
                    "the key asks for its PIN at every signature", refused(token, PIN).detail());
        }
    }

    @Test
    void what_breaks_while_opening_leaves_no_session_behind() throws Exception {
        var broken = new java.util.concurrent.atomic.AtomicBoolean();
        InstantSource clock =
                () -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no clock");
                    }
                    return java.time.Instant.now();
                };
        try (var hsm = hsm(TestKey.Kind.EC_P256, "chair");
                var card = SigningTokens.pkcs11(INFO, Path.of(hsm.at()), "chair", LIMIT, clock);
                var key =
                        new KeyFileSimulator(
                                new TestKey(TestKey.Kind.EC_P256, "Chair"), PIN, folder);
                var file = SigningTokens.pkcs12(INFO, Path.of(key.at()), clock)) {
            for (var token : List.of(card, file)) {
                broken.set(true);
                assertThrows(IllegalStateException.class, () -> token.open(PIN.toCharArray()));
                broken.set(false);
                opened(token, PIN).close();
            }
        }
    }

    @Test
    void only_a_card_that_is_gone_is_told_as_pulled() {
        assertEquals(DeviceFault.PROTOCOL_ERROR, TokenErrors.signing(0x101));
        assertEquals(DeviceFault.PROTOCOL_ERROR, TokenErrors.signing(0x190));
        assertEquals(DeviceFault.CARD_REMOVED, TokenErrors.signing(0x32));
    }

    @Test
    void a_second_session_is_refused_until_the_first_is_closed() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair")) {
            var session = opened(token, PIN);
            assertEquals(DeviceFault.BUSY, refused(token, PIN).fault());
            session.close();
            session.close();
            opened(token, PIN).close();
        }
    }

    @Test
    void every_fault_of_a_token_is_told_and_passes() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair")) {
            opened(token, PIN).close();
            bad(simulator, token, SimulatedFault.WRONG_PIN, DeviceFault.WRONG_PIN);
            bad(simulator, token, SimulatedFault.TOKEN_LOCKED, DeviceFault.TOKEN_LOCKED);
            bad(simulator, token, SimulatedFault.CLOCK_JUMP, DeviceFault.CLOCK_SKEWED);
            bad(simulator, token, SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED);
        }
    }

    @Test
    void a_folder_is_no_key_file() {
        try (var token = SigningTokens.pkcs12(INFO, folder, InstantSource.system())) {
            assertEquals(
                    DeviceFault.NOT_FOUND,
                    assertInstanceOf(Presence.Absent.class, token.presence()).fault());
        }
    }

    @Test
    void every_fault_of_a_key_file_is_told_and_passes() throws Exception {
        var key = new TestKey(TestKey.Kind.EC_P256, "Chair");
        try (var simulator = new KeyFileSimulator(key, PIN, folder);
                var token = file(simulator)) {
            opened(token, PIN).close();
            bad(simulator, token, SimulatedFault.WRONG_PIN, DeviceFault.WRONG_PIN);
            bad(simulator, token, SimulatedFault.WRONG_LENGTH, DeviceFault.PROTOCOL_ERROR);
            bad(simulator, token, SimulatedFault.CLOCK_JUMP, DeviceFault.CLOCK_SKEWED);
            bad(simulator, token, SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED);
        }
    }

    @Test
    void of_several_keys_one_that_is_valid_signs_and_an_expired_one_does_not_stand_in_its_way()
            throws Exception {
        Path both = folder.resolve("both.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var old = new KeyFileSimulator(new TestKey(TestKey.Kind.EC_P256, "a"), PIN, folder);
                var now =
                        new KeyFileSimulator(new TestKey(TestKey.Kind.EC_P256, "b"), PIN, folder)) {
            old.breakWith(SimulatedFault.CLOCK_JUMP);
            add(store, "a", old);
            assertEquals(DeviceFault.CLOCK_SKEWED, refused(kept(store, both), PIN).fault());
            add(store, "b", now);
            try (var session = opened(kept(store, both), PIN)) {
                assertEquals(
                        "CN=b", session.chain().getFirst().getSubjectX500Principal().getName());
                assertVerifies(session, "SHA256withECDSA");
            }
        }
    }

    private static void add(KeyStore all, String alias, KeyFileSimulator one) throws Exception {
        KeyStore store = KeyStore.getInstance(new File(one.at()), PIN.toCharArray());
        String its = store.aliases().nextElement();
        all.setKeyEntry(
                alias,
                store.getKey(its, PIN.toCharArray()),
                PIN.toCharArray(),
                store.getCertificateChain(its));
    }

    private static SigningToken kept(KeyStore store, Path file) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PIN.toCharArray());
        }
        return SigningTokens.pkcs12(INFO, file, InstantSource.system());
    }

    @Test
    void a_token_that_is_pulled_while_it_is_used_is_told() throws Exception {
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair");
                var session = opened(token, PIN)) {
            simulator.breakWith(SimulatedFault.UNPLUGGED);
            var failed =
                    assertInstanceOf(
                            TokenSignature.Failed.class, session.sign("SHA256withECDSA", DATA));
            assertEquals(DeviceFault.CARD_REMOVED, failed.fault());
        }
    }

    @Test
    void a_missing_library_a_wrong_one_and_a_missing_token_are_told_apart() throws Exception {
        var missing = folder.resolve("none.so");
        var rubbish = Files.writeString(folder.resolve("rubbish.so"), "no library");
        assertEquals(DeviceFault.DRIVER_MISSING, refused(pkcs11(missing, ""), PIN).fault());
        assertEquals(DeviceFault.DRIVER_MISSING, refused(pkcs11(rubbish, ""), PIN).fault());
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair")) {
            assertEquals(DeviceFault.NOT_FOUND, refused(token(simulator, "other"), PIN).fault());
        }
    }

    @Test
    void two_hundred_sessions_leave_nothing_behind() throws Exception {
        var providers = List.of(Security.getProviders());
        try (var simulator = hsm(TestKey.Kind.EC_P256, "chair");
                var token = token(simulator, "chair")) {
            Leaks.none(
                    200,
                    64,
                    () -> {
                        try (var session = opened(token, PIN)) {
                            session.sign("SHA256withECDSA", DATA);
                        }
                        refused(token, "9999");
                    });
        }
        assertEquals(providers, List.of(Security.getProviders()));
    }

    private static void bad(
            Simulator simulator, SigningToken token, SimulatedFault fault, DeviceFault expected) {
        simulator.breakWith(fault);
        assertEquals(expected, refused(token, PIN).fault(), fault.toString());
        simulator.repair();
        opened(token, PIN).close();
    }

    private static void assertVerifies(TokenSession session, String algorithm) throws Exception {
        var signed = assertInstanceOf(TokenSignature.Signed.class, session.sign(algorithm, DATA));
        var check = Signature.getInstance(algorithm);
        check.initVerify(session.chain().getFirst());
        check.update(DATA);
        assertTrue(check.verify(signed.signature()), algorithm);
    }

    private static TokenSession opened(SigningToken token, String pin) {
        TokenOpening opening = token.open(pin.toCharArray());
        return assertInstanceOf(TokenOpening.Opened.class, opening, "" + opening).session();
    }

    private static TokenOpening.Refused refused(SigningToken token, String pin) {
        TokenOpening opening = token.open(pin.toCharArray());
        var refused = assertInstanceOf(TokenOpening.Refused.class, opening, "" + opening);
        assertTrue(
                refused.triesLeft().equals(OptionalInt.empty())
                        || refused.triesLeft().getAsInt() == 1);
        return refused;
    }

    private SoftHsmSimulator hsm(TestKey.Kind kind, String label) throws Exception {
        return new SoftHsmSimulator(new TestKey(kind, label), label, PIN, folder);
    }

    private static SigningToken token(Simulator simulator, String label) {
        return pkcs11(Path.of(simulator.at()), label);
    }

    private static SigningToken pkcs11(Path library, String label) {
        return SigningTokens.pkcs11(INFO, library, label, LIMIT, InstantSource.system());
    }

    private static SigningToken file(Simulator simulator) {
        return SigningTokens.pkcs12(INFO, Path.of(simulator.at()), InstantSource.system());
    }
}
