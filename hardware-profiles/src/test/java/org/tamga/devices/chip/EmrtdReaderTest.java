package org.tamga.devices.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.chip.IssuingState;
import org.tamga.devices.simulator.chip.PassportFiles;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.PassportMaker.CopyProtection;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.chip.SoftPassport;

/** The driver in front of a chip that was written apart from the library it uses. */
class EmrtdReaderTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ChipAccess.MrzKey KEY =
            new ChipAccess.MrzKey(
                    "D23145890", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));
    private static final ChipAccess NUMBER =
            new ChipAccess.CardAccessNumber(SimulatedChipReader.CARD_ACCESS_NUMBER);

    private static final Authenticity NOT_PROVEN =
            new Authenticity.Untrusted(
                    Authenticity.Doubt.COPY_POSSIBLE, "the chip does not prove that it is no copy");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "true, true, NONE, PACE",
        "true, false, CHIP_AUTHENTICATION, PACE+CA",
        "false, true, NONE, BAC",
        "false, false, ACTIVE_AUTHENTICATION, BAC+AA",
        "false, false, CHIP_AUTHENTICATION, BAC+CA",
    })
    void reads_lines_and_portrait_of_every_kind_of_chip(
            boolean pace, boolean jpeg2000, CopyProtection protection, String protocol)
            throws Exception {
        try (var reader = reader(kind(pace, jpeg2000, protection))) {
            reader.present();
            try (ChipDocument document = document(reader.read(KEY, SOON, new CancelSignal()))) {
                assertEquals(TestVisitor.mrz(), document.mrzLines());
                assertEquals(protocol, document.protocol());
                assertEquals(
                        new Authenticity.Genuine("CN=Document signer of Utopia, C=UT").getClass(),
                        document.authenticity().getClass(),
                        document.authenticity().toString());
                assertEquals(
                        TestVisitor.face().getWidth(), document.portrait().orElseThrow().width());
                assertEquals(
                        TestVisitor.face().getHeight(), document.portrait().orElseThrow().height());
            }
        }
    }

    @Test
    void the_card_access_number_opens_a_chip_with_pace() throws Exception {
        try (var reader = reader(kind(true, false, CopyProtection.NONE))) {
            reader.present();
            document(reader.read(NUMBER, SOON, new CancelSignal())).close();
        }
    }

    @Test
    void the_card_access_number_is_refused_by_a_chip_without_pace() throws Exception {
        try (var reader = reader(kind(false, false, CopyProtection.NONE))) {
            reader.present();
            assertFault(DeviceFault.ACCESS_REFUSED, reader.read(NUMBER, SOON, new CancelSignal()));
        }
    }

    @Test
    void an_altered_portrait_is_told() throws Exception {
        try (var reader = reader(kind(true, false, CopyProtection.NONE))) {
            reader.breakWith(SimulatedFault.FORGED);
            reader.present();
            try (ChipDocument document = document(reader.read(KEY, SOON, new CancelSignal()))) {
                assertEquals(
                        new Authenticity.Altered("data group 2 was altered"),
                        document.authenticity());
            }
        }
    }

    @Test
    void a_state_that_nobody_trusts_is_told_even_under_a_trusted_name() throws Exception {
        var stranger =
                new PassportMaker(new IssuingState("Utopia", Instant.now().minusSeconds(60)));
        try (var reader = reader(kind(true, false, CopyProtection.NONE))) {
            reader.lay(new SoftPassport(made(stranger, CopyProtection.NONE)));
            try (ChipDocument document = document(reader.read(KEY, SOON, new CancelSignal()))) {
                assertEquals(
                        new Authenticity.Untrusted(
                                Authenticity.Doubt.SIGNER_UNKNOWN,
                                "the signer's authority is not trusted"),
                        document.authenticity());
            }
        }
    }

    @Test
    void a_chip_that_does_not_own_its_key_is_a_copy() throws Exception {
        var state = new IssuingState("Utopia", Instant.now().minusSeconds(60));
        Files.write(folder.resolve("utopia.cer"), state.authority());
        var maker = new PassportMaker(state);
        var copied = made(maker, CopyProtection.ACTIVE_AUTHENTICATION).copied(anotherKey());
        try (var reader = trusting(folder, copied);
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            assertEquals("PACE", document.protocol());
            assertEquals(
                    new Authenticity.Altered("the chip is a copy: it does not own its key"),
                    document.authenticity());
        }
        var lent = made(maker, CopyProtection.CHIP_AUTHENTICATION).copied(anotherKey());
        try (var reader = trusting(folder, lent);
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            assertEquals("PACE", document.protocol());
            assertEquals(NOT_PROVEN, document.authenticity());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_chip_that_refuses_to_use_its_key_is_not_called_genuine(CopyProtection protection)
            throws Exception {
        var copy = made(trusted(), protection).keyless();
        assertEquals(NOT_PROVEN, authenticity(copy));
    }

    @ParameterizedTest
    @CsvSource({
        "0102, 2, NONE",
        "010E, 14, CHIP_AUTHENTICATION",
        "010F, 15, ACTIVE_AUTHENTICATION",
    })
    void a_file_that_is_signed_for_and_left_out_makes_a_copy(
            String file, int group, CopyProtection protection) throws Exception {
        var copy = made(trusted(), protection).without(Integer.parseInt(file, 16));
        // The chip's own list, which nobody signs, leaves it out too.
        var list = new byte[] {0x60, 3, 0x5C, 1, 0x61};
        assertEquals(
                new Authenticity.Altered("data group " + group + " is signed for, but not there"),
                authenticity(copy.with(0x011E, list)));
    }

    @Test
    void a_chip_whose_stronger_way_was_hidden_is_told() throws Exception {
        var hidden = made(trusted(), CopyProtection.CHIP_AUTHENTICATION).without(0x011C);
        assertEquals(
                new Authenticity.Altered("the ways to open it are not as signed"),
                authenticity(hidden));
    }

    @Test
    void a_way_that_is_unknown_is_passed_over() throws Exception {
        var files = made(trusted(), CopyProtection.NONE);
        byte[] known = java.util.Objects.requireNonNull(files.content().get(0x011C));
        byte[] way = java.util.Arrays.copyOfRange(known, 2, known.length);
        byte[] strange = way.clone();
        strange[strange.length - 1] = 33;
        byte[] both = new byte[2 + 2 * way.length];
        both[0] = 0x31;
        both[1] = (byte) (2 * way.length);
        System.arraycopy(way, 0, both, 2, way.length);
        System.arraycopy(strange, 0, both, 2 + way.length, way.length);
        assertInstanceOf(Authenticity.Genuine.class, authenticity(files.with(0x011C, both)));
    }

    @Test
    void a_portrait_of_a_form_that_is_not_read_leaves_the_lines() throws Exception {
        var files = made(trusted(), CopyProtection.NONE);
        byte[] newer = {0x75, 5, 0x7F, 0x61, 2, 0x7F, 0x2E};
        try (var reader = trusting(folder, files.with(0x0102, newer));
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            assertEquals(TestVisitor.mrz(), document.mrzLines());
            assertTrue(document.portrait().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KGZ, KG, true",
        "KGZ, kg, true",
        "KGZ, UT, false",
        "KGZ, KZ, false",
        "D<<, DE, true",
        "D<<, DK, false",
        "QQQ, QQ, false",
    })
    void only_the_authority_of_the_state_that_issued_it_vouches_for_a_document(
            String state, String country, boolean vouched) throws Exception {
        var issuer = new IssuingState(country, "Authority", Instant.now().minusSeconds(60));
        Files.write(folder.resolve("authority.cer"), issuer.authority());
        var mrz = new java.util.ArrayList<>(TestVisitor.mrz());
        mrz.set(0, mrz.getFirst().replace("UTO", state));
        var kind = kind(true, false, CopyProtection.NONE);
        var found = authenticity(new PassportMaker(issuer).make(mrz, TestVisitor.face(), kind));
        if (vouched) {
            assertInstanceOf(Authenticity.Genuine.class, found);
        } else {
            assertEquals(
                    new Authenticity.Untrusted(
                            Authenticity.Doubt.OTHER_STATE,
                            "another state's authority vouches for it than issued it"),
                    found);
        }
    }

    @Test
    void what_cannot_be_read_in_the_trust_folder_is_told_and_what_is_new_there_is_seen()
            throws Exception {
        var state = new IssuingState("Utopia", Instant.now().minusSeconds(60));
        var files = made(new PassportMaker(state), CopyProtection.NONE);
        Files.writeString(folder.resolve("broken.cer"), "no certificate");
        try (var reader = trusting(folder, files)) {
            try (var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
                assertEquals(
                        new Authenticity.Untrusted(
                                Authenticity.Doubt.NO_TRUST_LIST,
                                "no authority is trusted here (trust folder: 1 of its files hold"
                                        + " no certificate, e.g. broken.cer)"),
                        document.authenticity());
            }
            Files.write(folder.resolve("utopia.cer"), state.authority());
            try (var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
                assertInstanceOf(Authenticity.Genuine.class, document.authenticity());
            }
        }
        try (var reader = trusting(folder.resolve("none"), files);
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            assertEquals(
                    new Authenticity.Untrusted(
                            Authenticity.Doubt.NO_TRUST_LIST,
                            "no authority is trusted here (trust folder: it cannot be read)"),
                    document.authenticity());
        }
    }

    private PassportMaker trusted() throws Exception {
        var state = new IssuingState("Utopia", Instant.now().minusSeconds(60));
        Files.write(folder.resolve("utopia.cer"), state.authority());
        return new PassportMaker(state);
    }

    private Authenticity authenticity(PassportFiles files) {
        try (var reader = trusting(folder, files);
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            return document.authenticity();
        }
    }

    @Test
    void a_portrait_of_hundreds_of_kilobytes_is_read_whole() throws Exception {
        var state = new IssuingState("Utopia", Instant.now().minusSeconds(60));
        Files.write(folder.resolve("utopia.cer"), state.authority());
        var noise = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        new Random(1)
                .ints(160_000, 0, 256)
                .forEach(
                        new java.util.function.IntConsumer() {
                            private int at;

                            @Override
                            public void accept(int grey) {
                                noise.getRaster().setSample(at % 400, at++ / 400, 0, grey);
                            }
                        });
        var files =
                new PassportMaker(state)
                        .make(TestVisitor.mrz(), noise, kind(true, false, CopyProtection.NONE));
        assertTrue(java.util.Objects.requireNonNull(files.content().get(0x0102)).length > 0x10000);
        try (var reader = trusting(folder, files);
                var document = document(reader.read(KEY, SOON, new CancelSignal()))) {
            assertInstanceOf(Authenticity.Genuine.class, document.authenticity());
        }
    }

    private static PrivateKey anotherKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair().getPrivate();
    }

    private static ChipReader trusting(Path trust, PassportFiles files) {
        return ChipReaders.emrtd(
                new DeviceInfo("test", "chip-reader/test", "test", true),
                SoftSlot.with(new SoftPassport(files)),
                trust,
                InstantSource.system());
    }

    private static PassportFiles made(PassportMaker maker, CopyProtection protection) {
        return maker.make(TestVisitor.mrz(), TestVisitor.face(), kind(true, false, protection));
    }

    private SimulatedChipReader reader(PassportMaker.Kind kind) throws Exception {
        return new SimulatedChipReader("chip-reader/simulated", kind, folder);
    }

    private static PassportMaker.Kind kind(
            boolean pace, boolean jpeg2000, CopyProtection protection) {
        return new PassportMaker.Kind(
                pace, jpeg2000, protection, SimulatedChipReader.CARD_ACCESS_NUMBER);
    }

    private static ChipDocument document(ChipReading reading) {
        return assertInstanceOf(ChipReading.Read.class, reading, reading.toString()).document();
    }

    private static void assertFault(DeviceFault expected, ChipReading reading) {
        assertEquals(
                expected,
                assertInstanceOf(ChipReading.Failed.class, reading).fault(),
                "" + reading);
    }
}
