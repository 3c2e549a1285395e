package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.tamga.devices.scanner.ZfmPackets;
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
    /** Of lines on which some answers never come. */
    private static final Duration ANSWER = Duration.ofMillis(600);

    private static final CaptureRequest LONG = CaptureRequest.ofSeconds(60);
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
        return SerialLine.at(path, USUAL_RATE, false, Duration.ofSeconds(3));
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
    void finds_out_the_rate_and_remembers_it(Family family) throws IOException {
        FingerSpec spec = family.spec(64, 32);
        List<Integer> tried = new ArrayList<>();
        List<ByteLink> opened = new ArrayList<>();
        try (PseudoTerminal terminal =
                PseudoTerminal.attach(family.emulator(spec, fingers), 115_200)) {
            SerialLine line =
                    new SerialLine(
                            rate ->
                                    () -> {
                                        tried.add(rate);
                                        opened.add(Links.serial(terminal.path(), rate).open());
                                        return opened.getLast();
                                    },
                            USUAL_RATE,
                            true,
                            ANSWER);
            try (FingerScanner scanner = family.scanner(spec, line)) {
                for (int round = 0; round < 2; round++) {
                    fingers.present(finger(spec));
                    assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
                    opened.getLast().close();
                    assertFailed(DeviceFault.UNPLUGGED, scanner.capture(SHORT, new CancelSignal()));
                }
            }
            assertEquals(USUAL_RATE, tried.getFirst());
            assertEquals(List.of(115_200, 115_200), tried.subList(tried.size() - 2, tried.size()));
            SerialLine fixed = SerialLine.at(terminal.path(), USUAL_RATE, false, ANSWER);
            try (FingerScanner stubborn = family.scanner(spec, fixed)) {
                assertFailed(DeviceFault.OFFLINE, stubborn.capture(SHORT, new CancelSignal()));
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
        SerialEmulator emulator = family.emulator(spec, fingers);
        CountDownLatch imageBegins = new CountDownLatch(1);
        WireDevice watched =
                bytes -> {
                    byte[] answer = emulator.receive(bytes);
                    if (answer.length > 1_000) {
                        imageBegins.countDown();
                    }
                    return answer;
                };
        try (PseudoTerminal terminal = PseudoTerminal.attach(watched, USUAL_RATE);
                FingerScanner scanner = family.scanner(spec, line(terminal.path()))) {
            fingers.present(finger(spec));
            CancelSignal cancel = new CancelSignal();
            var capture = CompletableFuture.supplyAsync(() -> scanner.capture(LONG, cancel));
            imageBegins.await();
            assertFailed(DeviceFault.BUSY, scanner.capture(SHORT, new CancelSignal()));
            long told = System.nanoTime();
            cancel.cancel();
            assertFailed(DeviceFault.CANCELLED, capture.get());
            long took = Duration.ofNanos(System.nanoTime() - told).toMillis();
            // The rest of the image would take longer.
            assertTrue(took < 5_000, "took " + took + " ms");
            assertInstanceOf(Presence.Attached.class, scanner.presence());
        }
    }

    @ParameterizedTest
    @CsvSource({"ZFM, 200", "SFM, 30"})
    void leaves_nothing_behind_after_many_unplugs(Family family, int rounds) throws Exception {
        FingerSpec spec = family.spec(96, 64);
        try (SerialSimulator simulator =
                        SerialSimulator.start(family.emulator(spec, fingers), folder, "tty", 0);
                FingerScanner scanner = family.scanner(spec, line(Path.of(simulator.at())))) {
            Leaks.none(
                    rounds,
                    64,
                    () -> {
                        simulator.breakWith(SimulatedFault.UNPLUGGED_MID_TRANSFER);
                        fingers.present(finger(spec));
                        assertFailed(
                                DeviceFault.UNPLUGGED, scanner.capture(LONG, new CancelSignal()));
                        assertInstanceOf(Presence.Absent.class, scanner.presence());
                        simulator.repair();
                    });
            fingers.present(finger(spec));
            assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
        }
    }

    @ParameterizedTest
    @MethodSource("bothProtocols")
    void keeps_no_image_of_two_hundred_whether_they_arrive_or_break_off(Family family)
            throws Exception {
        FingerSpec spec = family.spec(256, 288);
        SerialEmulator emulator = family.emulator(spec, fingers);
        var whole = new boolean[] {true};
        UnaryOperator<byte[]> cut =
                answer -> whole[0] || answer.length < 1_000 ? answer : Arrays.copyOf(answer, 3_000);
        LinkOpener cable = () -> new BrokenCable(emulator, cut);
        SerialLine line = new SerialLine(rate -> cable, USUAL_RATE, false, ANSWER);
        try (FingerScanner scanner = family.scanner(spec, line)) {
            Leaks.noImageKept(
                    200,
                    256 * 288,
                    () -> {
                        whole[0] = true;
                        fingers.present(finger(spec));
                        assertArrived(spec, scanner.capture(LONG, new CancelSignal()));
                        whole[0] = false;
                        fingers.present(finger(spec));
                        assertFailed(
                                DeviceFault.UNPLUGGED, scanner.capture(LONG, new CancelSignal()));
                        emulator.reset();
                    });
        }
    }

    /** A line on which bytes come for ever, whatever is asked. */
    private record Babble(Duration pause) implements ByteLink {
        @Override
        public void write(byte[] bytes) {
            // Not heard.
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            sleep(pause);
            buffer[0] = 'B';
            return 1;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void on_a_line_that_babbles_at_every_rate_is_given_up_at_the_first(int pauseMs) {
        List<Integer> tried = new ArrayList<>();
        SerialLine line =
                new SerialLine(
                        rate ->
                                () -> {
                                    tried.add(rate);
                                    return new Babble(Duration.ofMillis(pauseMs));
                                },
                        USUAL_RATE,
                        true,
                        ANSWER);
        try (FingerScanner scanner = Family.ZFM.scanner(Family.ZFM.spec(256, 288), line)) {
            assertFailed(
                    DeviceFault.PROTOCOL_ERROR,
                    scanner.capture(CaptureRequest.ofSeconds(1), new CancelSignal()));
        }
        assertEquals(List.of(USUAL_RATE), tried);
    }

    /** One byte at a time, each well before anybody would give up waiting for it. */
    private record Trickle(ByteLink link) implements ByteLink {
        @Override
        public void write(byte[] bytes) throws LinkException {
            link.write(bytes);
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws LinkException {
            byte[] one = new byte[1];
            int count = link.read(one, timeout);
            buffer[0] = one[0];
            sleep(Duration.ofMillis(count == 0 ? 0 : 8));
            return count;
        }

        @Override
        public void close() {
            link.close();
        }
    }

    private FingerCapture over(Family family, FingerSpec spec, UnaryOperator<ByteLink> cable) {
        ByteLink link =
                cable.apply(
                        new BrokenCable(family.emulator(spec, fingers), UnaryOperator.identity()));
        SerialLine line = new SerialLine(rate -> () -> link, USUAL_RATE, false, ANSWER);
        fingers.present(finger(spec));
        try (FingerScanner scanner = family.scanner(spec, line)) {
            return scanner.capture(LONG, new CancelSignal());
        }
    }

    private FingerCapture altered(Family family, FingerSpec spec, UnaryOperator<byte[]> change) {
        SerialEmulator emulator = family.emulator(spec, fingers);
        return over(family, spec, cable -> new BrokenCable(emulator, change));
    }

    @ParameterizedTest
    @MethodSource("bothProtocols")
    void whose_image_only_trickles_is_given_up(Family family) {
        assertFailed(DeviceFault.OFFLINE, over(family, family.spec(32, 32), Trickle::new));
    }

    @Test
    void that_sends_an_image_in_crumbs_breaks_the_protocol() {
        int bytes = 32 * 32 / 2;
        UnaryOperator<byte[]> crumbs =
                answer -> {
                    if (answer.length < 100) {
                        return answer;
                    }
                    var out = new ByteArrayOutputStream();
                    out.write(answer, 0, 12);
                    for (int i = 1; i <= bytes; i++) {
                        int kind = i == bytes ? ZfmPackets.END_OF_DATA : ZfmPackets.DATA;
                        out.writeBytes(ZfmPackets.encode(kind, new byte[] {(byte) i}));
                    }
                    return out.toByteArray();
                };
        assertFailed(
                DeviceFault.PROTOCOL_ERROR, altered(Family.ZFM, Family.ZFM.spec(32, 32), crumbs));
    }

    @Test
    void that_sends_a_part_of_the_image_twice_breaks_the_protocol() {
        List<byte[]> parts = new ArrayList<>();
        UnaryOperator<byte[]> again =
                answer -> {
                    if (answer.length < 4_096) {
                        return answer;
                    }
                    parts.add(answer);
                    return parts.size() == 4 ? parts.get(2) : answer;
                };
        assertFailed(
                DeviceFault.PROTOCOL_ERROR, altered(Family.SFM, Family.SFM.spec(256, 288), again));
    }

    @ParameterizedTest
    @MethodSource("bothProtocols")
    void asks_for_the_finger_again_when_no_image_came_of_it(Family family) {
        FingerSpec spec = family.spec(32, 32);
        SerialEmulator emulator = family.emulator(spec, fingers);
        emulator.script().fromNowOn(SimulatedFault.LIFTED_EARLY);
        assertFailed(
                DeviceFault.PLACE_AGAIN,
                over(family, spec, cable -> new BrokenCable(emulator, UnaryOperator.identity())));
    }

    @ParameterizedTest
    @MethodSource("bothProtocols")
    void keeps_nothing_of_a_finger_whose_image_broke_off(Family family) {
        FingerSpec spec = family.spec(96, 64);
        SerialEmulator emulator = family.emulator(spec, fingers);
        UnaryOperator<byte[]> cut =
                answer -> answer.length < 1_000 ? answer : Arrays.copyOf(answer, 1_000);
        List<byte[]> buffers = new ArrayList<>();
        UnaryOperator<ByteLink> watched =
                cable ->
                        new BrokenCable(emulator, cut) {
                            @Override
                            public int read(byte[] buffer, Duration timeout) throws LinkException {
                                buffers.add(buffer);
                                return super.read(buffer, timeout);
                            }
                        };
        assertFailed(DeviceFault.UNPLUGGED, over(family, spec, watched));
        assertArrayEquals(new byte[buffers.getLast().length], buffers.getLast());
    }

    @Test
    void leaves_no_line_open_when_it_is_closed_while_the_line_is_being_opened() {
        var scanner = new FingerScanner[1];
        var open = new int[1];
        LinkOpener closing =
                () -> {
                    scanner[0].close();
                    open[0]++;
                    return new BrokenCable(bytes -> new byte[0], UnaryOperator.identity()) {
                        @Override
                        public void close() {
                            open[0]--;
                        }
                    };
                };
        SerialLine line = new SerialLine(rate -> closing, USUAL_RATE, true, ANSWER);
        scanner[0] = Family.ZFM.scanner(Family.ZFM.spec(96, 64), line);
        assertFailed(DeviceFault.UNPLUGGED, scanner[0].capture(LONG, new CancelSignal()));
        assertEquals(0, open[0]);
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
    private static class BrokenCable implements ByteLink {
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
    void takes_thousands_of_broken_conversations_without_harm(Family family) {
        FingerSpec spec = family.spec(32, 32);
        Random random = new Random(5);
        int captured = 0;
        for (int round = 0; round < 10_000; round++) {
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
        assertTrue(captured > 500, "only " + captured + " came through whole");
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
