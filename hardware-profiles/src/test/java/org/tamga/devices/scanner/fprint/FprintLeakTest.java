package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.Leaks;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.VirtualReaderSocket;

/**
 * 200 images and as many pulled cables. The library's pauses take most of a round, hence several
 * readers at a time, each with a driver process of its own.
 */
@DisplayName("After 200 images and 200 pulled cables")
class FprintLeakTest {
    private static final int READERS = 4;
    private static final int ROUNDS = 200;
    private static final int SIDE = 192;
    private static final FingerSpec SPEC = new FingerSpec(SIDE, SIDE, 8, 500, null, null, null, 0);
    private static final int WARM = 6;

    /** libfprint's virtual reader takes nothing before that. */
    private static final int OPENING_MS = 130;

    /** All of the Java heap is there from the start: what grows is native. */
    private static final String WHOLE_HEAP = "-Xms32m -XX:+AlwaysPreTouch";

    @TempDir Path folder;

    @Test
    void neither_the_terminal_nor_the_driver_processes_hold_more_than_before() throws Exception {
        int imageKb = SIDE * SIDE / 1024;
        List<Glass> glasses = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                glasses.add(new Glass(Files.createDirectory(folder.resolve("r" + reader))));
            }
            for (int warm = 0; warm < WARM; warm++) {
                useAll(hands, glasses);
            }
            Held before = Held.now();
            long heapBefore = heapKb();
            Leaks.none(ROUNDS / READERS, 64, () -> useAll(hands, glasses));
            Held after = Held.settled(before);
            String change = before + " → " + after + ", an image " + imageKb + " kB";
            assertTrue(after.isNoMoreThan(before), change);
            assertTrue(after.kb() - before.kb() < ROUNDS * imageKb / 2, change);
            long heap = heapKb() - heapBefore;
            assertTrue(heap < ROUNDS * imageKb / 2, "heap of the terminal " + heap + " kB");
        } finally {
            glasses.forEach(Glass::close);
        }
        for (int i = 0; i < 6_000 && drivers().count() > 0; i++) {
            Thread.sleep(10);
        }
        assertEquals(0, drivers().count(), "driver processes that are left");
    }

    private static void useAll(ExecutorService hands, List<Glass> glasses) throws Exception {
        for (Future<?> used : hands.invokeAll(glasses)) {
            used.get();
        }
    }

    /** The middle of a finger, as a device says it: the smaller, the sooner libfprint has done. */
    private static byte[] message() {
        try (var finger = TestVisitor.finger()) {
            ByteBuffer message =
                    ByteBuffer.allocate(8 + SIDE * SIDE)
                            .order(ByteOrder.nativeOrder())
                            .putInt(SIDE)
                            .putInt(SIDE);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int left = (finger.width() - SIDE) / 2;
                    int above = (finger.height() - SIDE) / 2;
                    message.put((byte) finger.at(left + x, above + y));
                }
            }
            return message.array();
        }
    }

    private static long heapKb() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }

    private static Stream<ProcessHandle> drivers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive())
                .filter(child -> child.info().command().orElse("").endsWith("java"));
    }

    /** A reader; its folder is its cable. */
    private static final class Glass implements Callable<FingerCapture>, AutoCloseable {
        private final byte[] image = message();
        private final Path cable;
        private final Path socket;
        private final FingerScanner scanner;

        Glass(Path folder) throws IOException {
            cable = Files.createDirectory(folder.resolve("usb"));
            socket = cable.resolve("reader");
            var info = new DeviceInfo("reader", "finger-scanner/test", "test", true);
            var seen =
                    Map.of(
                            "FP_VIRTUAL_IMAGE",
                            socket.toString(),
                            "FP_DRIVERS_WHITELIST",
                            ReaderRule.VIRTUAL_DRIVER,
                            "JAVA_TOOL_OPTIONS",
                            WHOLE_HEAP);
            scanner =
                    new FprintFingerScanner(
                            info,
                            SPEC,
                            new ReaderRule(List.of(), "", socket.toString()),
                            HostCommand.of(seen),
                            UsbBus.SYSTEM);
        }

        /** A finger, then a pulled cable. */
        @Override
        public FingerCapture call() throws Exception {
            Thread hand = Thread.ofPlatform().start(this::touch);
            FingerCapture touched = capture();
            hand.join();
            assertInstanceOf(FingerCapture.Captured.class, touched, touched::toString);
            ((FingerCapture.Captured) touched).image().close();
            Files.deleteIfExists(socket);
            Files.delete(cable);
            var pulled = assertInstanceOf(FingerCapture.Failed.class, capture());
            assertEquals(DeviceFault.UNPLUGGED, pulled.fault(), pulled::detail);
            Files.createDirectory(cable);
            return pulled;
        }

        private FingerCapture capture() {
            return scanner.capture(CaptureRequest.ofSeconds(60), new CancelSignal());
        }

        private void touch() {
            try {
                Optional<VirtualReaderSocket> opened = VirtualReaderSocket.connect(socket);
                while (opened.isEmpty()) {
                    Thread.sleep(5);
                    opened = VirtualReaderSocket.connect(socket);
                }
                try (VirtualReaderSocket reader = opened.get()) {
                    while (!reader.isOver()) {
                        Thread.sleep(OPENING_MS);
                        reader.raw(image);
                        for (int i = 0; i < 200 && !reader.isOver(); i++) {
                            Thread.sleep(5);
                        }
                    }
                }
            } catch (IOException e) {
                // The capture has ended meanwhile.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            scanner.close();
        }
    }

    /** Of the driver processes: threads, open files, anonymous memory. */
    private record Held(long threads, long files, long kb) {
        boolean isNoMoreThan(Held before) {
            return files <= before.files && threads <= before.threads + 2 * READERS;
        }

        /** The last use's device may still be being closed. */
        static Held settled(Held before) throws IOException, InterruptedException {
            Held now = now();
            for (int i = 0; i < 600 && !now.isNoMoreThan(before); i++) {
                Thread.sleep(50);
                now = now();
            }
            return now;
        }

        static Held now() throws IOException {
            long threads = 0;
            long files = 0;
            long kb = 0;
            for (ProcessHandle driver : drivers().toList()) {
                Path process = Path.of("/proc/" + driver.pid());
                threads += number(process, "Threads:");
                kb += number(process, "RssAnon:");
                try (var open = Files.list(process.resolve("fd"))) {
                    files += open.count();
                }
            }
            return new Held(threads, files, kb);
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
