package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerCapture.Captured;
import org.tamga.devices.ports.FingerCapture.Failed;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.VirtualReader;

/** The driver and the real libfprint; the finger comes over the library's virtual reader. */
class FprintScannerTest {
    private static final FingerSpec SPEC = new FingerSpec(384, 290, 8, 512, null, null, null, 40);
    private static final DeviceInfo INFO =
            new DeviceInfo("reader", "finger-scanner/test", "test", true);
    private static final UsbBus NO_BUS = new UsbBus(Path.of("/nowhere"), Path.of("/nowhere"));

    private VirtualReader reader;
    private FingerScanner scanner;

    @SuppressWarnings("NullAway.Init") // JUnit calls plugIn first
    FprintScannerTest() {}

    @BeforeEach
    void plugIn() throws IOException {
        reader = VirtualReader.start(SPEC, Optional::empty);
        scanner = FprintScanners.open(INFO, SPEC, new ReaderRule(List.of(), "", reader.at()));
    }

    @AfterEach
    void unplug() {
        scanner.close();
        reader.close();
    }

    private FingerCapture capture(int seconds) {
        return capture(scanner, seconds);
    }

    private static DeviceFault faultOf(FingerCapture capture) {
        return assertInstanceOf(Failed.class, capture).fault();
    }

    @Test
    void gives_an_upright_image_of_the_profiles_size_and_resolution() {
        reader.present();
        try (var image = assertInstanceOf(Captured.class, capture(60)).image()) {
            assertEquals(384, image.width());
            assertEquals(290, image.height());
            assertEquals(512, image.dpi());
        }
    }

    @Test
    void a_virtual_reader_is_called_simulated_even_where_the_kit_does_not_say_so() {
        var info = new DeviceInfo("reader", "finger-scanner/test", "Real reader", false);
        try (var real = FprintScanners.open(info, SPEC, new ReaderRule(List.of(), "", "/a/b"))) {
            assertTrue(real.info().simulated());
        }
    }

    static Stream<FingerSpec> sensors() {
        return Stream.of(
                SPEC,
                new FingerSpec(320, 360, 8, 500, false, true, true, 0),
                new FingerSpec(400, 400, 8, 1000, null, null, null, 0));
    }

    /**
     * Size, resolution, polarity and flips of the profile are those of the image, or none matches.
     */
    @ParameterizedTest
    @MethodSource("sensors")
    void an_image_from_any_sensor_matches_the_finger_on_it(FingerSpec spec) throws IOException {
        try (VirtualReader other = VirtualReader.start(spec, Optional::empty);
                FingerScanner sensor =
                        FprintScanners.open(INFO, spec, new ReaderRule(List.of(), "", other.at()));
                FingerImage finger = TestVisitor.finger()) {
            other.present();
            try (var image = assertInstanceOf(Captured.class, capture(sensor, 60)).image()) {
                double score = new FingerprintMatcher(template(finger)).match(template(image));
                assertTrue(score > 60, "score " + score);
            }
        }
    }

    private static FingerprintTemplate template(FingerImage image) {
        return new FingerprintTemplate(
                new FingerprintImage(
                        image.width(),
                        image.height(),
                        image.copyOfPixels(),
                        new FingerprintImageOptions().dpi(image.dpi())));
    }

    @Test
    void after_the_reader_was_pulled_and_plugged_in_again_the_next_capture_works() {
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
        reader.breakWith(SimulatedFault.UNPLUGGED);
        assertEquals(DeviceFault.UNPLUGGED, faultOf(capture(60)));
        assertInstanceOf(Presence.Absent.class, scanner.presence());
        reader.repair();
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
        assertInstanceOf(Presence.Attached.class, scanner.presence());
    }

    @Test
    void a_reader_that_is_pulled_while_it_waits_is_told_at_once() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> capture(60));
        awaitOpenReader();
        reader.breakWith(SimulatedFault.UNPLUGGED);
        assertEquals(DeviceFault.UNPLUGGED, faultOf(waiting.get(60, TimeUnit.SECONDS)));
    }

    @Test
    void a_reader_whose_cable_goes_within_an_image_is_told_so_and_not_as_nonsense() {
        reader.breakWith(SimulatedFault.UNPLUGGED_MID_TRANSFER);
        reader.present();
        var failed = assertInstanceOf(Failed.class, capture(60));
        assertEquals(DeviceFault.UNPLUGGED, failed.fault());
        assertEquals("the image broke off", failed.detail());
        assertInstanceOf(Presence.Absent.class, scanner.presence());
        reader.repair();
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
    }

    @Test
    void a_cancelled_wait_ends_and_the_next_finger_is_taken() throws Exception {
        CancelSignal cancel = new CancelSignal();
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> scanner.capture(CaptureRequest.ofSeconds(60), cancel));
        awaitDrivers(1);
        assertEquals(DeviceFault.BUSY, faultOf(capture(1)));
        cancel.cancel();
        assertEquals(DeviceFault.CANCELLED, faultOf(waiting.get()));
        var next = CompletableFuture.supplyAsync(() -> capture(60));
        Thread.sleep(1_000);
        reader.present();
        assertInstanceOf(Captured.class, next.get());
    }

    @Test
    void a_library_that_is_not_installed_is_told_with_the_package_that_holds_it() {
        var command = new HostCommand(List.of(), Map.of(), "libfprint-of-tomorrow.so.9");
        try (var lacking = scanner(command)) {
            var failed = assertInstanceOf(Failed.class, capture(lacking, 60));
            assertEquals(DeviceFault.DRIVER_MISSING, failed.fault());
            assertTrue(failed.detail().contains("libfprint-2-2"), failed::detail);
            assertInstanceOf(Presence.Absent.class, lacking.presence());
        }
    }

    @Test
    void a_driver_that_hangs_costs_no_more_than_the_timeout_and_is_replaced() throws Exception {
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
        signal("STOP");
        DeviceFault told = faultOf(capture(1));
        // In the midst of closing, or asleep; never like a reader that nobody touches.
        assertTrue(told == DeviceFault.BUSY || told == DeviceFault.OFFLINE, told::name);
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
    }

    @Test
    void a_driver_that_dies_within_a_capture_takes_nothing_with_it() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> capture(60));
        awaitOpenReader();
        signal("ABRT");
        assertEquals(DeviceFault.PROTOCOL_ERROR, faultOf(waiting.get()));
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
    }

    /** Its last word, that the device is closed, is still on its way to us. */
    @Test
    void a_driver_that_died_between_two_voters_costs_the_next_one_nothing() throws Exception {
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
        Thread.sleep(700);
        ProcessHandle driver = drivers().findFirst().orElseThrow();
        driver.destroyForcibly();
        driver.onExit().get();
        reader.present();
        assertInstanceOf(Captured.class, capture(60));
    }

    @Test
    void no_driver_is_left_when_the_scanner_is_closed_just_before_one_starts()
            throws InterruptedException {
        AtomicReference<@Nullable FprintFingerScanner> closing = new AtomicReference<>();
        List<String> before =
                new AbstractList<>() {
                    @Override
                    public String get(int index) {
                        throw new IndexOutOfBoundsException(index);
                    }

                    @Override
                    public int size() {
                        Optional.ofNullable(closing.get()).ifPresent(FprintFingerScanner::close);
                        return 0;
                    }
                };
        var command = new HostCommand(before, Map.of(), LibFprint.LIBRARY);
        try (var kits = scanner(command)) {
            closing.set(kits);
            assertInstanceOf(Failed.class, capture(kits, 1));
            assertInstanceOf(Failed.class, capture(kits, 1));
            awaitDrivers(0);
        }
    }

    /** A driver that was told to end, or has just been started, needs a moment. */
    private static void awaitDrivers(int count) throws InterruptedException {
        for (int i = 0; i < 6_000 && drivers().count() != count; i++) {
            Thread.sleep(10);
        }
        assertEquals(count, drivers().count(), "driver processes");
    }

    /** Until a capture has opened it and its finger is in touch with the library. */
    private void awaitOpenReader() throws InterruptedException {
        for (int i = 0; i < 6_000 && !Files.exists(Path.of(reader.at())); i++) {
            Thread.sleep(10);
        }
        Thread.sleep(500);
    }

    private static void signal(String name) throws Exception {
        long pid = drivers().findFirst().orElseThrow().pid();
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private static Stream<ProcessHandle> drivers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().orElse("").endsWith("java"));
    }

    @Test
    void a_process_that_talks_nonsense_or_without_end_is_a_broken_protocol() {
        for (String script : List.of("head -c 4096 /dev/urandom", "cat /dev/zero", "exit 3")) {
            var command = new HostCommand(List.of("sh", "-c", script, "sh"), Map.of(), "none");
            try (var lying = scanner(command)) {
                assertEquals(DeviceFault.PROTOCOL_ERROR, faultOf(capture(lying, 60)), script);
                assertEquals(DeviceFault.PROTOCOL_ERROR, faultOf(capture(lying, 60)), script);
            }
        }
    }

    @Test
    void a_reader_that_is_not_attached_is_not_found() {
        var rule = new ReaderRule(List.of("05ba:000a"), "uru4000", "");
        var command = HostCommand.of(Map.of("FP_DRIVERS_WHITELIST", "uru4000"));
        try (var absent = new FprintFingerScanner(INFO, SPEC, rule, command, NO_BUS)) {
            assertEquals(DeviceFault.NOT_FOUND, faultOf(capture(absent, 60)));
        }
    }

    @Test
    void a_reader_that_this_account_may_not_open_is_told_so(@TempDir Path folder)
            throws IOException {
        Path device = Files.createDirectories(folder.resolve("sys/1-1"));
        Files.writeString(device.resolve("idVendor"), "05ba\n");
        Files.writeString(device.resolve("idProduct"), "000a\n");
        Files.writeString(device.resolve("busnum"), "1\n");
        Files.writeString(device.resolve("devnum"), "7\n");
        var rule = new ReaderRule(List.of("05ba:000a"), "uru4000", "");
        var bus = new UsbBus(folder.resolve("sys"), folder.resolve("dev"));
        var command = HostCommand.of(Map.of("FP_DRIVERS_WHITELIST", "uru4000"));
        try (var closed = new FprintFingerScanner(INFO, SPEC, rule, command, bus)) {
            var failed = assertInstanceOf(Failed.class, capture(closed, 60));
            assertEquals(DeviceFault.NO_PERMISSION, failed.fault());
            assertTrue(failed.detail().contains("dev/001/007"), failed::detail);
        }
    }

    @Test
    void a_reader_that_matches_on_its_own_chip_is_told_apart(@TempDir Path folder) {
        var command =
                HostCommand.of(Map.of("FP_VIRTUAL_DEVICE", folder.resolve("chip").toString()));
        var rule = new ReaderRule(List.of(), "virtual_device", "");
        try (var chip = new FprintFingerScanner(INFO, SPEC, rule, command, NO_BUS)) {
            var failed = assertInstanceOf(Failed.class, capture(chip, 60));
            assertEquals(DeviceFault.PROTOCOL_ERROR, failed.fault());
            assertTrue(failed.detail().contains("gives no images"), failed::detail);
        }
    }

    @Test
    void the_readers_that_the_library_knows_are_listed(@TempDir Path folder) {
        var command =
                HostCommand.of(
                        Map.of(
                                "FP_VIRTUAL_IMAGE", folder.resolve("image").toString(),
                                "FP_VIRTUAL_DEVICE", folder.resolve("chip").toString()));
        var listed =
                assertInstanceOf(
                        ReaderListing.Listed.class,
                        ReaderSearch.ask(command, Duration.ofSeconds(60)));
        var images =
                listed.readers().stream()
                        .collect(Collectors.toMap(KnownReader::driver, KnownReader::images));
        assertEquals(Map.of("virtual_image", true, "virtual_device", false), images);
    }

    private FprintFingerScanner scanner(HostCommand command) {
        var rule = new ReaderRule(List.of(), "", reader.at());
        return new FprintFingerScanner(INFO, SPEC, rule, command, NO_BUS);
    }

    private static FingerCapture capture(FingerScanner scanner, int seconds) {
        return scanner.capture(CaptureRequest.ofSeconds(seconds), new CancelSignal());
    }
}
