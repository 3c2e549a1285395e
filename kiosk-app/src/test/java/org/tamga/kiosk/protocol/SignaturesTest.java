package org.tamga.kiosk.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.token.KeyFileSimulator;
import org.tamga.devices.simulator.token.SoftHsmSimulator;
import org.tamga.devices.simulator.token.TestKey;
import org.tamga.devices.token.SigningTokens;
import org.tamga.election.protocol.CmsSignatures;
import org.tamga.kiosk.i18n.Message;

/** Signatures as others read them: pdfsig and openssl are the judges. */
class SignaturesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final String PIN = "1234";

    @TempDir Path folder;
    private OfficialKey chair;
    private OfficialKey member;

    @BeforeEach
    void officials() throws Exception {
        chair = TestOfficials.open(folder, "chair");
        member = TestOfficials.open(folder, "member");
    }

    @Test
    void pdfsig_accepts_two_incremental_signatures_and_the_first_keeps_its_bytes()
            throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdfsig")),
                "skipped: pdfsig (poppler-utils) is not installed");
        var once = PdfSignatures.add(emptyPdf(), chair, "Chair", "protocol", NOON);
        var twice = PdfSignatures.add(once, member, "Member", "protocol", NOON);

        assertArrayEquals(once, Arrays.copyOf(twice, once.length));
        var report =
                run(
                        "pdfsig",
                        "-nocert",
                        Files.write(folder.resolve("signed.pdf"), twice).toString());
        assertEquals(
                2,
                report.split("Signature Validation: Signature is Valid.", -1).length - 1,
                report);
        assertTrue(report.contains("Total document signed"), report);
        assertTrue(report.contains("ETSI.CAdES.detached"), report);
    }

    @Test
    void pdfsig_notices_one_changed_byte() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdfsig")),
                "skipped: pdfsig (poppler-utils) is not installed");
        var signed = PdfSignatures.add(emptyPdf(), chair, "Chair", "protocol", NOON);
        signed[20] ^= 1;

        var report =
                run(
                        "pdfsig",
                        "-nocert",
                        Files.write(folder.resolve("bent.pdf"), signed).toString());
        assertTrue(!report.contains("Signature is Valid"), report);
    }

    @Test
    void openssl_verifies_the_joined_signatures_of_both_officials() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl")),
                "skipped: openssl is not installed");
        var content = "{\"lines\":{}}".getBytes();
        var joined = CmsSignatures.merge(List.of(chair.sign(content), member.sign(content)));

        var file = Files.write(folder.resolve("protocol.json"), content);
        var signature = Files.write(folder.resolve("protocol.json.p7s"), joined);
        var verify =
                new String[] {
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-noverify",
                    "-in",
                    signature.toString(),
                    "-content",
                    file.toString(),
                    "-out",
                    "/dev/null"
                };
        assertTrue(run(verify).contains("Verification successful"));

        Files.write(file, "{\"lines\":{\"L01\":1}}".getBytes());
        assertTrue(run(verify).contains("Verification failure"));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_signs_protocol_and_pdf_and_other_programs_verify_both(TestKey.Kind kind)
            throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl"))
                        && Files.isExecutable(Path.of("/usr/bin/pdfsig")),
                "skipped: openssl or pdfsig (poppler-utils) is not installed");
        var content = "{\"lines\":{}}".getBytes();
        byte[] cms;
        byte[] pdf;
        try (var simulator =
                        new SoftHsmSimulator(new TestKey(kind, "Chair"), "chair", PIN, folder);
                var token = token(simulator);
                var key =
                        assertInstanceOf(
                                        OfficialKey.Opened.class,
                                        OfficialKey.open(token, PIN.toCharArray()))
                                .key()) {
            cms = key.sign(content);
            pdf = PdfSignatures.add(emptyPdf(), key, "Chair", "protocol", NOON);
        }

        var file = Files.write(folder.resolve("protocol.json"), content);
        var signature = Files.write(folder.resolve("protocol.json.p7s"), cms);
        var verified =
                run(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-noverify",
                        "-in",
                        signature.toString(),
                        "-content",
                        file.toString(),
                        "-out",
                        "/dev/null");
        assertTrue(verified.contains("Verification successful"), verified);
        var report = run("pdfsig", "-nocert", Files.write(folder.resolve("t.pdf"), pdf).toString());
        assertTrue(report.contains("Signature Validation: Signature is Valid."), report);
    }

    @Test
    void a_tokens_faults_reach_the_official_by_their_codes() throws Exception {
        try (var simulator =
                        new SoftHsmSimulator(
                                new TestKey(TestKey.Kind.EC_P256, "Chair"), "chair", PIN, folder);
                var token = token(simulator)) {
            assertEquals(refused("DV-20"), OfficialKey.open(token, "0000".toCharArray()));
            simulator.breakWith(SimulatedFault.TOKEN_LOCKED);
            assertEquals(refused("DV-21"), OfficialKey.open(token, PIN.toCharArray()));
            simulator.repair();
            try (var key =
                    assertInstanceOf(
                                    OfficialKey.Opened.class,
                                    OfficialKey.open(token, PIN.toCharArray()))
                            .key()) {
                simulator.breakWith(SimulatedFault.UNPLUGGED);
                var failure = assertThrows(TokenFailure.class, () -> key.sign(new byte[1]));
                assertEquals("DV-22", failure.code());
                assertThrows(
                        TokenFailure.class,
                        () -> PdfSignatures.add(emptyPdf(), key, "Chair", "protocol", NOON));
            }
        }
    }

    private static SigningToken token(SoftHsmSimulator simulator) {
        var info = new DeviceInfo("token", "signing-token/pkcs11-softhsm2", "SoftHSM", true);
        return SigningTokens.pkcs11(
                info,
                Path.of(simulator.at()),
                "chair",
                java.time.Duration.ofSeconds(15),
                InstantSource.system());
    }

    @Test
    void a_wrong_password_a_missing_file_and_a_file_without_a_key_are_told_apart()
            throws Exception {
        var file = TestOfficials.write(folder, "third", "right".toCharArray());
        assertEquals(refused("SG-02"), OfficialKey.open(file, "wrong".toCharArray()));
        assertEquals(refused("SG-01"), OfficialKey.open(folder.resolve("none.p12"), new char[0]));
        var rubbish = Files.writeString(folder.resolve("rubbish.p12"), "not a key store");
        assertEquals(refused("SG-01"), OfficialKey.open(rubbish, new char[0]));
    }

    @Test
    void a_key_file_without_end_and_one_whose_time_is_over_are_refused() throws Exception {
        var huge = Files.write(folder.resolve("huge.p12"), new byte[2 << 20]);
        assertEquals(refused("SG-01"), OfficialKey.open(huge, new char[0]));
        var key = new TestKey(TestKey.Kind.EC_P256, "Chair");
        try (var simulator = new KeyFileSimulator(key, PIN, folder)) {
            simulator.breakWith(SimulatedFault.CLOCK_JUMP);
            assertEquals(
                    refused("DV-28"), OfficialKey.open(Path.of(simulator.at()), PIN.toCharArray()));
        }
    }

    @Test
    void the_last_try_before_a_token_locks_is_told() {
        assertEquals(
                Message.coded(Message.of("protocol.lastTry", Message.sentenceOf("DV-20")), "DV-20"),
                ProtocolViewModel.refused("DV-20", OptionalInt.of(1)));
        assertEquals(
                Message.ofCode("DV-20"), ProtocolViewModel.refused("DV-20", OptionalInt.empty()));
    }

    private static OfficialKey.Refused refused(String code) {
        return new OfficialKey.Refused(code, OptionalInt.empty());
    }

    private static byte[] emptyPdf() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
