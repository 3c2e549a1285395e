package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerScanners;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.PseudoTerminal;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.SimulatedLink;
import org.tamga.devices.simulator.WireDevice;
import org.tamga.devices.simulator.ZfmEmulator;

@DisplayName("A serial scanner of the ZFM family")
class ZfmScannerTest {
    private static final CaptureRequest SHORT = new CaptureRequest(Duration.ofMillis(300));

    private final FingerQueue fingers = new FingerQueue();
    private final ZfmEmulator emulator = new ZfmEmulator(fingers);

    private static FingerImage finger() {
        byte[] gray = new byte[ZfmEmulator.WIDTH * ZfmEmulator.HEIGHT];
        new Random(3).nextBytes(gray);
        return new FingerImage(ZfmEmulator.WIDTH, ZfmEmulator.HEIGHT, 500, gray);
    }

    private static FingerScanner scanner(LinkOpener link) {
        return FingerScanners.zfm(
                new DeviceInfo("s", "finger-scanner/zfm-20", "test", false),
                new FingerSpec(
                        ZfmEmulator.WIDTH, ZfmEmulator.HEIGHT, 4, 500, true, false, false, 20),
                link);
    }

    /** Sixteen grey levels survive: each pixel's high nibble, spread over 0 … 255. */
    private static void assertArrived(FingerCapture capture) {
        try (FingerImage expected = finger();
                FingerImage image =
                        assertInstanceOf(FingerCapture.Captured.class, capture).image()) {
            assertEquals(500, image.dpi());
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    assertEquals(17 * (expected.at(x, y) >> 4), image.at(x, y));
                }
            }
        }
    }

    private static void assertFailed(DeviceFault fault, FingerCapture capture) {
        assertEquals(fault, assertInstanceOf(FingerCapture.Failed.class, capture).fault());
    }

    @Test
    void brings_every_pixel_over_a_real_serial_line() throws IOException {
        try (PseudoTerminal line = PseudoTerminal.attach(emulator, 0);
                FingerScanner scanner = scanner(Links.serial(line.path(), 57_600))) {
            for (int round = 0; round < 2; round++) {
                fingers.present(finger());
                assertArrived(scanner.capture(CaptureRequest.ofSeconds(20), new CancelSignal()));
            }
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(SimulatedFault.NOBODY, DeviceFault.TIMEOUT),
                Arguments.of(SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED),
                Arguments.of(SimulatedFault.BLACK_IMAGE, DeviceFault.BLANK_IMAGE),
                Arguments.of(SimulatedFault.LIFTED_EARLY, DeviceFault.LIFTED_EARLY),
                Arguments.of(SimulatedFault.WRONG_CHECKSUM, DeviceFault.PROTOCOL_ERROR));
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @MethodSource("faults")
    void tells_its_trouble_and_captures_afterwards(SimulatedFault trouble, DeviceFault fault) {
        try (FingerScanner scanner = scanner(SimulatedLink.to(emulator))) {
            emulator.script().fromNowOn(trouble);
            if (trouble == SimulatedFault.WRONG_CHECKSUM) {
                fingers.present(finger());
            }
            assertFailed(fault, scanner.capture(SHORT, new CancelSignal()));
            emulator.script().clear();
            fingers.present(finger());
            assertArrived(scanner.capture(SHORT, new CancelSignal()));
        }
    }

    @Test
    void finds_its_packets_within_noise() {
        WireDevice noisy =
                bytes -> {
                    byte[] answer = emulator.receive(bytes);
                    byte[] all = new byte[answer.length + (answer.length > 0 ? 5 : 0)];
                    if (answer.length > 0) {
                        new Random(1).nextBytes(all);
                        System.arraycopy(answer, 0, all, 5, answer.length);
                    }
                    return all;
                };
        fingers.present(finger());
        try (FingerScanner scanner = scanner(SimulatedLink.to(noisy))) {
            assertArrived(scanner.capture(SHORT, new CancelSignal()));
        }
    }

    @Test
    void says_that_nothing_is_attached_where_it_looks() {
        try (FingerScanner scanner = scanner(Links.serial(Path.of("/dev/ttyNONE"), 57_600))) {
            assertFailed(DeviceFault.NOT_FOUND, scanner.capture(SHORT, new CancelSignal()));
        }
    }
}
