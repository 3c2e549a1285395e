package org.tamga.devices.scanner.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.FingerSource;
import org.tamga.devices.simulator.SbiService;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;

@DisplayName("A scanner behind a service of the Secure Biometric Interface")
class SbiScannerTest {
    static final FingerSpec SPEC = new FingerSpec(600, 700, 8, 500, null, null, null, 30);
    private static final CaptureRequest PATIENCE = CaptureRequest.ofSeconds(60);

    /** Of captures that end with the caller's time. */
    private static final CaptureRequest SHORT = CaptureRequest.ofSeconds(2);

    private static final FingerSource NOBODY = Optional::empty;
    private static final Map<SimulatedFault, DeviceFault> FAULTS =
            Map.ofEntries(
                    Map.entry(SimulatedFault.NOBODY, DeviceFault.TIMEOUT),
                    Map.entry(SimulatedFault.STUCK, DeviceFault.OFFLINE),
                    Map.entry(SimulatedFault.FORGED, DeviceFault.NOT_GENUINE),
                    Map.entry(SimulatedFault.WRONG_LENGTH, DeviceFault.PROTOCOL_ERROR),
                    Map.entry(SimulatedFault.HUGE_IMAGE, DeviceFault.PROTOCOL_ERROR),
                    Map.entry(SimulatedFault.ENDLESS_REPLY, DeviceFault.PROTOCOL_ERROR),
                    Map.entry(SimulatedFault.CLOCK_JUMP, DeviceFault.CLOCK_SKEWED),
                    Map.entry(SimulatedFault.OFFLINE, DeviceFault.OFFLINE),
                    Map.entry(SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED),
                    Map.entry(SimulatedFault.UNPLUGGED_MID_TRANSFER, DeviceFault.UNPLUGGED),
                    Map.entry(SimulatedFault.BLACK_IMAGE, DeviceFault.BLANK_IMAGE));

    @TempDir Path folder;

    private static FingerScanner scanner(String at) {
        DeviceInfo info = new DeviceInfo("s", "finger-scanner/test", "test", true);
        return SbiScanners.open(info, SPEC, at);
    }

    private static Optional<DeviceFault> capture(FingerScanner scanner, CaptureRequest request) {
        return switch (scanner.capture(request, new CancelSignal())) {
            case FingerCapture.Failed(DeviceFault fault, String detail) -> Optional.of(fault);
            case FingerCapture.Captured(FingerImage image) -> {
                image.close();
                yield Optional.empty();
            }
        };
    }

    @ParameterizedTest(name = "of version 0.9.5: {0}")
    @ValueSource(booleans = {false, true})
    void gives_the_very_pixels_that_lay_on_the_glass(boolean old) throws IOException {
        try (SbiService service =
                        old
                                ? SbiService.ofVersion095(folder, NOBODY)
                                : new SbiService(folder, NOBODY);
                FingerScanner scanner = scanner(service.at());
                FingerImage expected = TestVisitor.finger()) {
            assertInstanceOf(Presence.Attached.class, scanner.presence());
            service.present();
            FingerCapture capture = scanner.capture(PATIENCE, new CancelSignal());
            try (var image = assertInstanceOf(FingerCapture.Captured.class, capture).image()) {
                assertEquals(expected.width(), image.width());
                assertEquals(500, image.dpi());
                assertArrayEquals(expected.copyOfPixels(), image.copyOfPixels());
            }
        }
    }

    @ParameterizedTest(name = "answers {0} with its code and works again")
    @EnumSource(
            names = {
                "NOBODY",
                "STUCK",
                "SLOW",
                "FORGED",
                "WRONG_LENGTH",
                "HUGE_IMAGE",
                "ENDLESS_REPLY",
                "CLOCK_JUMP",
                "OFFLINE",
                "UNPLUGGED",
                "UNPLUGGED_MID_TRANSFER",
                "BLACK_IMAGE",
                "PARTIAL_FINGER",
                "WET_FINGER",
                "DRY_FINGER"
            })
    void faults(SimulatedFault fault) throws IOException {
        try (SbiService service = new SbiService(folder, () -> Optional.of(TestVisitor.finger()));
                FingerScanner scanner = scanner(service.at())) {
            assertEquals(Optional.empty(), capture(scanner, PATIENCE), "before");
            service.breakWith(fault);
            Optional<DeviceFault> expected = Optional.ofNullable(FAULTS.get(fault));
            boolean over = expected.equals(Optional.of(DeviceFault.TIMEOUT));
            CaptureRequest patience = over ? SHORT : PATIENCE;
            assertEquals(expected, capture(scanner, patience));
            assertEquals(expected, capture(scanner, patience), "again, found anew");
            service.repair();
            assertEquals(Optional.empty(), capture(scanner, PATIENCE), "after");
        }
    }

    @Test
    void of_a_provider_who_is_not_trusted_is_not_believed() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (SbiService service = new SbiService(folder, () -> Optional.of(TestVisitor.finger()));
                SbiService stranger = new SbiService(other, NOBODY)) {
            String port = service.at().substring(0, 4);
            String anchors = stranger.at().substring(5);
            for (String file : new String[] {anchors, folder.resolve("none.pem").toString()}) {
                try (FingerScanner scanner = scanner(port + " " + file)) {
                    assertEquals(Optional.of(DeviceFault.NOT_GENUINE), capture(scanner, PATIENCE));
                }
            }
        }
    }

    @Test
    void that_is_registered_for_development_serves_simulations_only() throws IOException {
        try (SbiService service = new SbiService(folder, () -> Optional.of(TestVisitor.finger()));
                FingerScanner scanner =
                        SbiScanners.open(
                                new DeviceInfo("s", "finger-scanner/test", "test", false),
                                SPEC,
                                service.at())) {
            assertEquals(Optional.of(DeviceFault.NOT_GENUINE), capture(scanner, PATIENCE));
        }
    }

    @ParameterizedTest(name = "of version 0.9.5: {0}")
    @ValueSource(booleans = {false, true})
    void is_known_by_the_number_under_its_signature(boolean old) throws IOException {
        try (SbiService service =
                        old
                                ? SbiService.ofVersion095(folder, NOBODY)
                                : new SbiService(folder, NOBODY);
                SbiHttp http = new SbiHttp(100_000)) {
            SbiAddress address = SbiAddress.of(service.at());
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            SbiDevice device =
                    new SbiDiscovery(
                                    http,
                                    new SbiJson(100_000),
                                    DeviceTrust.of(address.anchors()),
                                    true)
                            .find(address, 0, deadline, new CancelSignal());
            assertEquals("SIMULATED00001", device.serialNo());
        }
    }

    @Test
    void is_attached_only_where_a_scanner_of_a_trusted_provider_answers() throws IOException {
        try (SbiService service = new SbiService(folder, NOBODY);
                FingerScanner untrusting =
                        scanner(service.at().substring(0, 4) + " " + folder.resolve("none.pem"))) {
            assertAbsent(DeviceFault.NOT_GENUINE, untrusting);
            Path trusted = Path.of(service.at().substring(5));
            HttpServer other =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_600), 0);
            other.start();
            try (FingerScanner stranger = scanner("4600 " + trusted)) {
                assertAbsent(DeviceFault.PROTOCOL_ERROR, stranger);
            } finally {
                other.stop(0);
            }
        }
    }

    @Test
    void is_found_behind_a_port_that_keeps_silent() throws IOException {
        try (ServerSocket silent = firstFree();
                SbiService service = new SbiService(folder, NOBODY);
                FingerScanner scanner =
                        scanner("%d-%s".formatted(silent.getLocalPort(), service.at()))) {
            assertInstanceOf(Presence.Attached.class, scanner.presence());
        }
    }

    @Test
    void that_tells_why_it_cannot_is_heard_over_the_silence_around_it() throws IOException {
        try (ServerSocket silent = firstFree();
                SbiService service = new SbiService(folder, NOBODY);
                ServerSocket alsoSilent = firstFree();
                FingerScanner untrusting =
                        scanner(
                                "%d-%d %s"
                                        .formatted(
                                                silent.getLocalPort(),
                                                alsoSilent.getLocalPort(),
                                                folder.resolve("none.pem")))) {
            assertInstanceOf(String.class, service.at());
            assertAbsent(DeviceFault.NOT_GENUINE, untrusting);
        }
    }

    /** The system takes connections to it, and nobody says a word. */
    private static ServerSocket firstFree() throws IOException {
        for (int port = 4_501; port < 4_600; port++) {
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                // Taken.
            }
        }
        throw new IOException("no port of 4501 to 4599 is free");
    }

    @Test
    void is_attached_for_others_when_one_is_interrupted_while_he_looks() throws IOException {
        try (SbiService service = new SbiService(folder, NOBODY);
                FingerScanner scanner = scanner(service.at())) {
            Thread.currentThread().interrupt();
            assertAbsent(DeviceFault.CANCELLED, scanner);
            assertTrue(Thread.interrupted());
            assertInstanceOf(Presence.Attached.class, scanner.presence());
        }
    }

    private static void assertAbsent(DeviceFault expected, FingerScanner scanner) {
        var absent = assertInstanceOf(Presence.Absent.class, scanner.presence());
        assertEquals(expected, absent.fault(), absent.detail());
    }

    @Test
    void that_nobody_serves_is_not_found() throws IOException {
        String at;
        try (SbiService service = new SbiService(folder, NOBODY)) {
            at = service.at();
            Files.copy(Path.of(at.substring(5)), folder.resolve("kept.pem"));
        }
        try (FingerScanner scanner =
                scanner(at.substring(0, 4) + " " + folder.resolve("kept.pem"))) {
            assertEquals(Optional.of(DeviceFault.NOT_FOUND), capture(scanner, PATIENCE));
            assertInstanceOf(Presence.Absent.class, scanner.presence());
        }
        try (FingerScanner scanner = scanner("80 /etc/x.pem")) {
            assertEquals(Optional.of(DeviceFault.NOT_FOUND), capture(scanner, PATIENCE));
        }
    }

    @Test
    void is_used_by_one_at_a_time_and_let_go_when_cancelled() throws Exception {
        try (SbiService service = new SbiService(folder, NOBODY);
                FingerScanner scanner = scanner(service.at())) {
            CancelSignal cancel = new CancelSignal();
            AtomicReference<FingerCapture> first = new AtomicReference<>();
            CaptureRequest patient = new CaptureRequest(Duration.ofMinutes(1));
            Thread other =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        do {
                                            first.set(scanner.capture(patient, cancel));
                                        } while (!cancel.isCancelled());
                                    });
            Optional<DeviceFault> second = Optional.empty();
            for (int i = 0; i < 1_000 && !second.equals(Optional.of(DeviceFault.BUSY)); i++) {
                Thread.sleep(20);
                second = capture(scanner, new CaptureRequest(Duration.ofMillis(50)));
            }
            assertEquals(Optional.of(DeviceFault.BUSY), second);
            cancel.cancel();
            other.join();
            assertEquals(
                    DeviceFault.CANCELLED,
                    assertInstanceOf(FingerCapture.Failed.class, first.get()).fault());
        }
    }

    @Test
    void leaves_nothing_behind_in_two_hundred_uses_found_anew_for_every_other() throws Exception {
        FingerSource small =
                () -> {
                    byte[] gray = new byte[64 * 64];
                    for (int i = 0; i < gray.length; i++) {
                        gray[i] = (byte) (i * 7);
                    }
                    return Optional.of(new FingerImage(64, 64, 500, gray));
                };
        try (SbiService service = new SbiService(folder, small)) {
            var grown =
                    Leaks.none(
                            100,
                            64,
                            () -> {
                                try (FingerScanner scanner = scanner(service.at())) {
                                    assertEquals(Optional.empty(), capture(scanner, PATIENCE));
                                    assertEquals(Optional.empty(), capture(scanner, PATIENCE));
                                }
                            });
            assertTrue(grown.files() < 4);
        }
    }
}
