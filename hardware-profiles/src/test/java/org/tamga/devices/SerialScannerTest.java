package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.link.Links;
import org.tamga.devices.link.SerialLine;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerScanners;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.PseudoTerminal;
import org.tamga.devices.simulator.SerialEmulator;
import org.tamga.devices.simulator.SerialSimulator;
import org.tamga.devices.simulator.SfmEmulator;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.WireDevice;
import org.tamga.devices.simulator.ZfmEmulator;

@DisplayName("A finger scanner on a serial line")
class SerialScannerTest {
    private static final Duration ANSWER = Duration.ofMillis(600);
    private static final CaptureRequest LONG = CaptureRequest.ofSeconds(20);
    private static final CaptureRequest SHORT = new CaptureRequest(Duration.ofMillis(200));
    private static final int USUAL_RATE = 57_600;

    @TempDir Path folder;
    private final FingerQueue fingers = new FingerQueue();

    /** The two families, and modules of the second that lack its extended transfer. */
    enum Family {
        ZFM(4),
        SFM(8),
        SFM_WITHOUT_EXTENDED(8);

        private final int bits;

        Family(int bits) {
            this.bits = bits;
        }

        FingerSpec spec(int width, int height) {
            return new FingerSpec(width, height, bits, 500, true, null, null, 20);
        }

        SerialEmulator emulator(FingerSpec spec, FingerQueue fingers) {
            return switch (this) {
                case ZFM -> new ZfmEmulator(spec, fingers);
                case SFM -> new SfmEmulator(spec, fingers, true);
                case SFM_WITHOUT_EXTENDED -> new SfmEmulator(spec, fingers, false);
            };
        }

        FingerScanner scanner(FingerSpec spec, SerialLine line) {
            var info = new DeviceInfo("s", "finger-scanner/test", "test", false);
            return this == ZFM
                    ? FingerScanners.zfm(info, spec, line)
                    : FingerScanners.sfm(info, spec, line);
        }
    }

    private static FingerImage finger(FingerSpec spec) {
        byte[] gray = new byte[spec.width() * spec.height()];
        new Random(3).nextBytes(gray);
        return new FingerImage(spec.width(), spec.height(), 500, gray);
    }

    private static SerialLine line(Path path) {
        return SerialLine.at(path, USUAL_RATE, false, ANSWER);
    }

    /** Four bits a pixel keep the high nibble, spread over 0 … 255. */
    private static void assertArrived(FingerSpec spec, FingerCapture capture) {
        try (FingerImage expected = finger(spec);
                FingerImage image =
                        assertInstanceOf(FingerCapture.Captured.class, capture).image()) {
            assertEquals(500, image.dpi());
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    int level = expected.at(x, y);
                    assertEquals(
                            spec.bitsPerPixel() == 4 ? 17 * (level >> 4) : level, image.at(x, y));
                }
            }
        }
    }

    private static void assertFailed(DeviceFault fault, FingerCapture capture) {
        var failed = assertInstanceOf(FingerCapture.Failed.class, capture);
        assertEquals(fault, failed.fault(), failed::detail);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void brings_every_pixel_again_and_again(Family family) throws IOException {
        FingerSpec spec = family.spec(256, 288);
        try (PseudoTerminal terminal = PseudoTerminal.attach(family.emulator(spec, fingers), 0);
                FingerScanner scanner = family.scanner(spec, line(terminal.path()))) {
            for (int round = 0; round < 3; round++) {
                fingers.present(finger(spec));
                assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void turns_and_inverts_images_as_the_profile_says(Family family) throws IOException {
        FingerSpec usual = family.spec(96, 64);
        FingerSpec spec = new FingerSpec(96, 64, usual.bitsPerPixel(), 500, false, true, true, 20);
        try (PseudoTerminal terminal = PseudoTerminal.attach(family.emulator(spec, fingers), 0);
                FingerScanner scanner = family.scanner(spec, line(terminal.path()))) {
            fingers.present(finger(spec));
            var captured =
                    assertInstanceOf(
                            FingerCapture.Captured.class,
                            scanner.capture(LONG, new CancelSignal()));
            try (FingerImage image = captured.image();
                    FingerImage expected = finger(spec)) {
                int difference = 0;
                for (int i = 0; i < 96 * 64; i++) {
                    int x = i % 96;
                    int y = i / 96;
                    difference = Math.max(difference, Math.abs(image.at(x, y) - expected.at(x, y)));
                }
                assertTrue(difference < 16, "differs by " + difference);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void hit_by_noise_within_an_image_says_so_and_brings_the_next_one(Family family)
            throws IOException {
        FingerSpec spec = family.spec(256, 288);
        SerialEmulator emulator = family.emulator(spec, fingers);
        var noisy = new boolean[] {true};
        WireDevice line =
                bytes -> {
                    byte[] answer = emulator.receive(bytes);
                    if (noisy[0] && answer.length > 2_000) {
                        noisy[0] = false;
                        for (int i = 1_000; i < 1_016; i++) {
                            answer[i] ^= 0x5A;
                        }
                    }
                    return answer;
                };
        try (PseudoTerminal terminal = PseudoTerminal.attach(line, 0);
                FingerScanner scanner = family.scanner(spec, line(terminal.path()))) {
            fingers.present(finger(spec));
            FingerCapture first = scanner.capture(LONG, new CancelSignal());
            if (family != Family.SFM_WITHOUT_EXTENDED) {
                assertFailed(DeviceFault.PROTOCOL_ERROR, first);
            }
            fingers.present(finger(spec));
            assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    @SuppressWarnings("try") // closed in between: the line is opened anew
    void finds_out_the_rate_and_remembers_it(Family family) throws IOException {
        FingerSpec spec = family.spec(64, 32);
        List<Integer> tried = new ArrayList<>();
        try (PseudoTerminal terminal =
                PseudoTerminal.attach(family.emulator(spec, fingers), 19_200)) {
            SerialLine line =
                    new SerialLine(
                            rate -> {
                                tried.add(rate);
                                return Links.serial(terminal.path(), rate);
                            },
                            USUAL_RATE,
                            true,
                            ANSWER);
            try (FingerScanner scanner = family.scanner(spec, line)) {
                for (int round = 0; round < 2; round++) {
                    fingers.present(finger(spec));
                    assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
                    scanner.close();
                }
            }
            assertEquals(USUAL_RATE, tried.getFirst());
            assertEquals(List.of(19_200, 19_200), tried.subList(tried.size() - 2, tried.size()));
            try (FingerScanner stubborn = family.scanner(spec, line(terminal.path()))) {
                assertFailed(DeviceFault.TIMEOUT, stubborn.capture(SHORT, new CancelSignal()));
            }
        }
    }

    @Test
    void that_wants_a_password_is_not_ours_to_use() throws IOException {
        FingerSpec spec = Family.ZFM.spec(96, 64);
        try (PseudoTerminal terminal =
                        PseudoTerminal.attach(new ZfmEmulator(spec, fingers, 4711), 0);
                FingerScanner scanner = Family.ZFM.scanner(spec, line(terminal.path()))) {
            assertFailed(DeviceFault.NO_PERMISSION, scanner.capture(SHORT, new CancelSignal()));
        }
    }

    @Test
    void of_another_size_than_the_profile_says_is_refused_since_its_resolution_is_unknown()
            throws IOException {
        try (PseudoTerminal terminal =
                        PseudoTerminal.attach(
                                Family.SFM.emulator(Family.SFM.spec(64, 96), fingers), 0);
                FingerScanner scanner =
                        Family.SFM.scanner(Family.SFM.spec(96, 64), line(terminal.path()))) {
            fingers.present(finger(Family.SFM.spec(64, 96)));
            assertFailed(DeviceFault.PROTOCOL_ERROR, scanner.capture(LONG, new CancelSignal()));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void stops_at_once_when_cancelled_and_serves_one_caller_at_a_time(Family family)
            throws IOException, InterruptedException, ExecutionException {
        FingerSpec spec = family.spec(256, 288);
        try (PseudoTerminal terminal =
                        PseudoTerminal.attach(family.emulator(spec, fingers), USUAL_RATE);
                FingerScanner scanner = family.scanner(spec, line(terminal.path()))) {
            fingers.present(finger(spec));
            CancelSignal cancel = new CancelSignal();
            var capture = CompletableFuture.supplyAsync(() -> scanner.capture(LONG, cancel));
            Thread.sleep(400);
            assertFailed(DeviceFault.BUSY, scanner.capture(SHORT, new CancelSignal()));
            long told = System.nanoTime();
            cancel.cancel();
            assertFailed(DeviceFault.CANCELLED, capture.get());
            long took = Duration.ofNanos(System.nanoTime() - told).toMillis();
            assertTrue(took < 1_000, "took " + took + " ms");
            assertInstanceOf(Presence.Attached.class, scanner.presence());
        }
    }

    @Test
    void leaves_nothing_behind_after_two_hundred_unplugs() throws Exception {
        Family family = Family.ZFM;
        FingerSpec spec = family.spec(96, 64);
        try (SerialSimulator simulator =
                        SerialSimulator.start(family.emulator(spec, fingers), folder, "tty", 0);
                FingerScanner scanner = family.scanner(spec, line(Path.of(simulator.at())))) {
            Leaks.none(
                    200,
                    64,
                    () -> {
                        simulator.breakWith(SimulatedFault.UNPLUGGED_MID_TRANSFER);
                        fingers.present(finger(spec));
                        assertFailed(
                                DeviceFault.UNPLUGGED, scanner.capture(LONG, new CancelSignal()));
                        assertInstanceOf(Presence.Absent.class, scanner.presence());
                        simulator.repair();
                        fingers.present(finger(spec));
                        assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
                    });
        }
    }

    @Test
    void that_is_not_there_is_not_found() {
        FingerSpec spec = Family.ZFM.spec(96, 64);
        try (FingerScanner scanner = Family.ZFM.scanner(spec, line(Path.of("/dev/ttyNONE")))) {
            assertFailed(DeviceFault.NOT_FOUND, scanner.capture(SHORT, new CancelSignal()));
            assertInstanceOf(Presence.Absent.class, scanner.presence());
        }
    }

    /** A cable within the test: nothing waits, and what was broken on the way ends in an unplug. */
    private static final class BrokenCable implements ByteLink {
        private final WireDevice device;
        private final UnaryOperator<byte[]> breakage;
        private byte[] answer = {};
        private int given;
        private boolean asked;

        BrokenCable(WireDevice device, UnaryOperator<byte[]> breakage) {
            this.device = device;
            this.breakage = breakage;
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            asked = true;
            answer = breakage.apply(device.receive(bytes));
            given = 0;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws LinkException {
            if (given == answer.length && asked) {
                throw new LinkException(DeviceFault.UNPLUGGED, "nothing more comes");
            }
            int count = Math.min(buffer.length, answer.length - given);
            System.arraycopy(answer, given, buffer, 0, count);
            given += count;
            return count;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    static Stream<Family> bothProtocols() {
        return Stream.of(Family.ZFM, Family.SFM);
    }

    @ParameterizedTest
    @MethodSource("bothProtocols")
    void takes_a_hundred_thousand_broken_answers_without_harm(Family family) {
        FingerSpec spec = family.spec(32, 32);
        Random random = new Random(5);
        int captured = 0;
        for (int round = 0; round < 25_000; round++) {
            SerialEmulator emulator = family.emulator(spec, fingers);
            fingers.present(finger(spec));
            LinkOpener cable = () -> new BrokenCable(emulator, answer -> broken(answer, random));
            SerialLine line = new SerialLine(rate -> cable, USUAL_RATE, false, ANSWER);
            try (FingerScanner scanner = family.scanner(spec, line)) {
                // Four answers each: greeting, parameters, look, image.
                FingerCapture capture = scanner.capture(SHORT, new CancelSignal());
                if (capture instanceof FingerCapture.Captured whole) {
                    whole.image().close();
                    captured++;
                }
            }
            fingers.clear();
        }
        assertTrue(captured > 1_000, "only " + captured + " came through whole");
    }

    private static byte[] broken(byte[] answer, Random random) {
        byte[] broken = answer.clone();
        if (broken.length == 0 || random.nextInt(3) > 0) {
            return broken;
        }
        int at = random.nextInt(broken.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                broken[at] = (byte) random.nextInt(256);
                yield broken;
            }
            case 1 -> Arrays.copyOf(broken, at);
            case 2 -> {
                // Length fields stand near the front.
                broken[Math.min(at, 5 + random.nextInt(6)) % broken.length] = -1;
                yield broken;
            }
            default -> {
                byte[] longer = Arrays.copyOf(broken, broken.length + 40);
                System.arraycopy(broken, at, longer, at + 40, broken.length - at);
                yield longer;
            }
        };
    }
}
