package org.tamga.devices.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.Signature;
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
        return SigningTokens.pkcs11(INFO, library, label, InstantSource.system());
    }

    private static SigningToken file(Simulator simulator) {
        return SigningTokens.pkcs12(INFO, Path.of(simulator.at()), InstantSource.system());
    }
}
