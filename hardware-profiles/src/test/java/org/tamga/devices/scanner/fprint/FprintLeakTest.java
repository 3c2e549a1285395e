package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.VirtualReader;

/** 200 uses, most of a reader that is unplugged: they need no pause of the library's. */
@DisplayName("After 200 uses of a reader")
class FprintLeakTest {
    private static final FingerSpec SPEC = new FingerSpec(384, 290, 8, 512, null, null, null, 40);
    private static final int ROUNDS = 200;
    private static final int WITH_FINGER = 10;

    private int round;

    @Test
    void neither_the_terminal_nor_the_driver_process_holds_more_than_before() throws Exception {
        var info = new DeviceInfo("reader", "finger-scanner/test", "test", true);
        try (VirtualReader reader = VirtualReader.start(SPEC, Optional::empty);
                FingerScanner scanner =
                        FprintScanners.open(
                                info, SPEC, new ReaderRule(List.of(), "", reader.at()))) {
            for (int warm = 0; warm < WITH_FINGER; warm++) {
                use(reader, scanner);
            }
            Held before = Held.now();
            Leaks.none(ROUNDS, 64, () -> use(reader, scanner));
            Held after = Held.now();
            assertTrue(after.files() <= before.files(), before + " → " + after);
            assertTrue(after.threads() <= before.threads() + 2, before + " → " + after);
            assertTrue(after.kb() <= before.kb() + 6_000, before + " → " + after);
        }
        assertTrue(
                ProcessHandle.current().children().noneMatch(FprintLeakTest::isDriver),
                "a driver process is left");
    }

    private void use(VirtualReader reader, FingerScanner scanner) {
        boolean finger = round++ % WITH_FINGER == 0;
        if (finger) {
            reader.repair();
            reader.present();
        } else {
            reader.breakWith(SimulatedFault.UNPLUGGED);
        }
        var capture = scanner.capture(CaptureRequest.ofSeconds(20), new CancelSignal());
        if (capture instanceof FingerCapture.Captured(var image)) {
            image.close();
        }
        assertTrue(finger == capture instanceof FingerCapture.Captured, capture::toString);
    }

    private static boolean isDriver(ProcessHandle child) {
        return child.isAlive() && child.info().command().orElse("").endsWith("java");
    }

    /** Of the driver process: threads, open files, anonymous memory. */
    private record Held(int threads, long files, long kb) {
        static Held now() throws IOException {
            Path process =
                    ProcessHandle.current()
                            .children()
                            .filter(FprintLeakTest::isDriver)
                            .map(child -> Path.of("/proc/" + child.pid()))
                            .findFirst()
                            .orElseThrow();
            try (var files = Files.list(process.resolve("fd"))) {
                return new Held(
                        (int) number(process, "Threads:"),
                        files.count(),
                        number(process, "RssAnon:"));
            }
        }

        private static long number(Path process, String key) throws IOException {
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
