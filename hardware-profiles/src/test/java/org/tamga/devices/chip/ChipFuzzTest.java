package org.tamga.devices.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.chip.IssuingState;
import org.tamga.devices.simulator.chip.PassportFiles;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.PassportMaker.CopyProtection;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.chip.SoftPassport;

/** Whatever a chip sends, one answer comes out: what it means, or PROTOCOL_ERROR. */
@DisplayName("A chip that lies")
class ChipFuzzTest {
    private static final int INPUTS = 100_000;

    private static PassportFiles files;
    private static PassportFiles withoutPace;

    /** A parser of a file. */
    private interface Parser {
        Object parse(byte[] file) throws LinkException;
    }

    @BeforeAll
    static void passport() {
        var state = new IssuingState("Utopia", Instant.now().minusSeconds(60));
        var kind =
                new PassportMaker.Kind(
                        true, false, CopyProtection.NONE, SimulatedChipReader.CARD_ACCESS_NUMBER);
        var old = new PassportMaker.Kind(false, false, CopyProtection.NONE, "314159");
        var maker = new PassportMaker(state);
        files = maker.make(TestVisitor.mrz(), TestVisitor.face(), kind);
        withoutPace = maker.make(TestVisitor.mrz(), TestVisitor.face(), old);
    }

    private static byte[] file(int id) {
        return java.util.Objects.requireNonNull(files.content().get(id));
    }

    @Test
    void in_its_lines() {
        fuzz(file(0x0101), DataGroup1::lines);
    }

    @Test
    void in_the_record_around_its_portrait() {
        fuzz(Arrays.copyOf(file(0x0102), 400), FaceRecord::of);
    }

    @Test
    void in_the_ways_to_open_it() {
        fuzz(file(0x011C), CardAccess::ways);
    }

    @Test
    void in_its_security_object() {
        var provider = new BouncyCastleProvider();
        fuzz(file(0x011D), bytes -> SecurityObject.of(bytes, provider));
    }

    @Test
    void in_the_lengths_of_its_files() {
        Random random = new Random(7);
        for (int n = 0; n < INPUTS; n++) {
            byte[] head = new byte[random.nextInt(12)];
            random.nextBytes(head);
            try {
                assertTrue(Tlv.totalLength(head, 1 << 20) <= 1 << 20);
            } catch (LinkException e) {
                assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
            }
        }
    }

    /** Each run sends dozens of answers; one of them is bent, from the first to the last. */
    @Test
    void in_any_one_of_its_answers() throws Exception {
        Random random = new Random(8);
        Map<DeviceFault, Integer> told = new EnumMap<>(DeviceFault.class);
        int answers = 0;
        for (int run = 0; run < 200; run++) {
            var passport = new SoftPassport(run % 2 == 0 ? files : withoutPace);
            int bent = run < 100 ? run : random.nextInt(140);
            int[] count = new int[1];
            var slot =
                    new SoftSlot(
                            command -> {
                                byte[] answer = passport.transmit(command);
                                return count[0]++ == bent ? bend(random, answer) : answer;
                            });
            Attempt attempt = new Attempt(Duration.ofMinutes(1), new CancelSignal());
            var provider = new BouncyCastleProvider();
            try (CardLink link = slot.connect()) {
                var card = new LinkCardService(link, attempt);
                new EmrtdReading(
                                card,
                                provider,
                                TrustedSigners.none(provider, ""),
                                InstantSource.system())
                        .read(TestVisitor.chipAccess())
                        .close();
            } catch (LinkException e) {
                told.merge(e.fault(), 1, Integer::sum);
            }
            answers += count[0];
        }
        assertTrue(answers > 5_000, "answers " + answers);
        assertTrue(told.keySet().stream().allMatch(ChipFuzzTest::isOfAChip), told.toString());
        assertTrue(told.getOrDefault(DeviceFault.PROTOCOL_ERROR, 0) > 50, told.toString());
    }

    private static boolean isOfAChip(DeviceFault fault) {
        return List.of(DeviceFault.PROTOCOL_ERROR, DeviceFault.ACCESS_REFUSED).contains(fault);
    }

    private static void fuzz(byte[] genuine, Parser parser) {
        Random random = new Random(6);
        int refused = 0;
        for (int n = 0; n < INPUTS; n++) {
            try {
                assertNotNull(parser.parse(bend(random, genuine)));
            } catch (LinkException e) {
                assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
                refused++;
            }
        }
        assertTrue(refused > INPUTS / 20, "refused only " + refused);
    }

    /** Cut, lengthened, sprinkled, or all at random. */
    private static byte[] bend(Random random, byte[] genuine) {
        byte[] bytes = genuine.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(300));
            case 2 -> {
                for (int k = random.nextInt(1, 8); k > 0 && bytes.length > 0; k--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            default -> {
                bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
            }
        }
        return bytes;
    }
}
