package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerCapture.Captured;
import org.tamga.devices.ports.FingerCapture.Failed;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.SimulatedFault;
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
        return scanner.capture(CaptureRequest.ofSeconds(seconds), new CancelSignal());
    }

    private static DeviceFault faultOf(FingerCapture capture) {
        return assertInstanceOf(Failed.class, capture).fault();
    }

    @Test
    void gives_an_upright_image_of_the_profiles_size_and_resolution() {
        reader.present();
        try (var image = assertInstanceOf(Captured.class, capture(20)).image()) {
            assertEquals(384, image.width());
            assertEquals(290, image.height());
            assertEquals(512, image.dpi());
        }
    }

    @Test
    void after_the_reader_was_pulled_and_plugged_in_again_the_next_capture_works() {
        reader.present();
        assertInstanceOf(Captured.class, capture(20));
        reader.breakWith(SimulatedFault.UNPLUGGED);
        assertEquals(DeviceFault.UNPLUGGED, faultOf(capture(20)));
        assertInstanceOf(Presence.Absent.class, scanner.presence());
        reader.repair();
        reader.present();
        assertInstanceOf(Captured.class, capture(20));
        assertInstanceOf(Presence.Attached.class, scanner.presence());
    }

    @Test
    void a_cancelled_wait_ends_and_the_next_finger_is_taken() throws Exception {
        CancelSignal cancel = new CancelSignal();
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> scanner.capture(CaptureRequest.ofSeconds(60), cancel));
        Thread.sleep(400);
        assertEquals(DeviceFault.BUSY, faultOf(capture(1)));
        cancel.cancel();
        assertEquals(DeviceFault.CANCELLED, faultOf(waiting.get()));
        reader.present();
        assertInstanceOf(Captured.class, capture(20));
    }
}
