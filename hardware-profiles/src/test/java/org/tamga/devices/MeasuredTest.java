package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;

/**
 * Seconds for each transport against its simulator, printed: {@code
 * -Dtamga.test.flags=-Dtamga.measure=true}. A report, no test of speed.
 */
@DisplayName("Measured, not judged")
@EnabledIfSystemProperty(
        named = "tamga.measure",
        matches = "true",
        disabledReason = "measures only when asked to")
class MeasuredTest {
    private static final CancelSignal NEVER = new CancelSignal();
    private static final int SLIP_ROWS = 600;

    @TempDir Path folder;

    private interface Use {
        void run() throws Exception;
    }

    private DeviceKit open(String profile) {
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        DeviceClass deviceClass =
                catalogue.find(profile).map(DeviceProfile::deviceClass).orElseThrow();
        var kit =
                new Kit(
                        "measured",
                        "one device",
                        Map.of(deviceClass, new Kit.KitDevice(profile, null, true)));
        var settings = new KitSettings(folder, Slips.LAST, new FingerQueue(), Pace.REAL);
        return DeviceKit.open(kit, catalogue, settings);
    }

    /** Median of some uses after one that does not count. */
    private static void report(String what, int times, Use use) throws Exception {
        use.run();
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            use.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        print(what, "%.3f s (of %d)".formatted(seconds[times / 2], times));
    }

    private static void print(String what, String figure) {
        System.out.printf(Locale.ROOT, "MEASURED %-44s %s%n", what, figure);
    }

    @Test
    void a_finger_through_a_scanner_service() throws Exception {
        try (DeviceKit kit = open("finger-scanner/mosip-sbi")) {
            var simulator = kit.simulation().of(DeviceClass.FINGER_SCANNER).orElseThrow();
            report(
                    "SBI, image as JPEG 2000 in a signed block",
                    15,
                    () -> {
                        simulator.present();
                        var request = new CaptureRequest(Duration.ofSeconds(10));
                        var capture = kit.fingerScanner().capture(request, NEVER);
                        assertInstanceOf(FingerCapture.Captured.class, capture).image().close();
                    });
        }
    }

    @Test
    void pictures_of_cameras() throws Exception {
        for (String profile :
                new String[] {"camera/mjpeg-http", "camera/image-sequence", "camera/generic-uvc"}) {
            try (DeviceKit kit = open(profile)) {
                kit.simulation().of(DeviceClass.CAMERA).orElseThrow().present();
                Camera camera = kit.camera();
                take(camera);
                long start = System.nanoTime();
                int frames = 150;
                for (int i = 0; i < frames; i++) {
                    take(camera);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                print(
                        profile,
                        "%.1f frames a second, %.1f ms a frame"
                                .formatted(frames / seconds, 1e3 * seconds / frames));
            }
        }
    }

    private static void take(Camera camera) {
        CameraFrame frame = camera.next(Duration.ofSeconds(10), NEVER);
        assertInstanceOf(CameraFrame.Captured.class, frame).image().close();
    }

    @Test
    void slips() throws Exception {
        for (String profile :
                new String[] {
                    "receipt-printer/escpos-58mm-serial",
                    "receipt-printer/escpos-58mm-usb",
                    "receipt-printer/escpos-80mm-serial",
                    "receipt-printer/escpos-80mm-usb"
                }) {
            try (DeviceKit kit = open(profile)) {
                int width = kit.receiptPrinter().dotsPerLine();
                byte[] bits = new byte[width / 8 * SLIP_ROWS];
                Arrays.fill(bits, (byte) 0x5A);
                MonoRaster slip = new MonoRaster(width, SLIP_ROWS, bits);
                report(
                        "%s, %d × %d dots".formatted(profile, width, SLIP_ROWS),
                        3,
                        () ->
                                assertInstanceOf(
                                        PrintResult.Printed.class,
                                        kit.receiptPrinter().print(slip, NEVER)));
            }
        }
    }

    @Test
    void a_page_through_cups() throws Exception {
        try (DeviceKit kit = open("page-printer/cups")) {
            report(
                    "CUPS, one A4 page, 0.3 s of it the printer's",
                    7,
                    () ->
                            assertInstanceOf(
                                    PageResult.Printed.class,
                                    kit.pagePrinter().print("measured", TestPage.pdf(), 1, NEVER)));
        }
    }
}
