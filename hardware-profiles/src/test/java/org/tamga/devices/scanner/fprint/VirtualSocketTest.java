package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.VirtualReaderSocket;

@DisplayName("What a device tells libfprint")
class VirtualSocketTest {
    private static final int NONSENSE = 120;
    private static final Duration OPENED = Duration.ofMillis(200);

    @TempDir Path folder;
    private Path socket;
    private FingerScanner scanner;

    @SuppressWarnings("NullAway.Init") // JUnit fills the fields
    VirtualSocketTest() {}

    @BeforeEach
    void open() {
        socket = folder.resolve("reader");
        var info = new DeviceInfo("reader", "finger-scanner/test", "test", true);
        var rule = new ReaderRule(List.of(), "", socket.toString());
        scanner = FprintScanners.open(info, spec(), rule);
    }

    @AfterEach
    void close() {
        scanner.close();
    }

    @ParameterizedTest(name = "word {0}, argument {1} is told as {2}")
    @CsvSource({
        "-1, 0, PLACE_AGAIN",
        "-1, 1, LIFTED_EARLY",
        "-1, 2, PLACE_AGAIN",
        "-1, 3, PLACE_AGAIN",
        "-2, 0, PROTOCOL_ERROR",
        "-2, 4, BUSY",
        "-2, 5, PROTOCOL_ERROR",
        "-2, 256, UNPLUGGED"
    })
    void hints_and_errors_have_codes_of_their_own(int word, int argument, DeviceFault fault)
            throws Exception {
        var failed = assertInstanceOf(FingerCapture.Failed.class, after(60, words(word, argument)));
        assertEquals(fault, failed.fault(), failed::detail);
    }

    /**
     * Sizes beyond reason, negative words, images cut off, noise. The library hangs up on most of
     * it, and the capture goes on; what ends a capture ends in a code.
     */
    @Test
    void whatever_it_says_a_capture_ends_in_a_code_and_the_next_one_in_an_image() throws Exception {
        Random random = new Random(4);
        int said = 0;
        int ended = 0;
        while (isTooLittle(said, ended)) {
            CancelSignal enough = new CancelSignal();
            var capture =
                    CompletableFuture.supplyAsync(
                            () -> scanner.capture(CaptureRequest.ofSeconds(60), enough));
            while (isTooLittle(said, ended) && !capture.isDone()) {
                Optional<VirtualReaderSocket> reader = VirtualReaderSocket.connect(socket);
                if (reader.isPresent()) {
                    say(reader.get(), nonsense(random, said));
                    said++;
                }
                Thread.sleep(5);
            }
            ended += capture.isDone() ? 1 : 0;
            enough.cancel();
            assertInstanceOf(FingerCapture.Failed.class, capture.get());
        }
        assertTrue(ended > 1, "captures " + ended);
        FingerCapture last = after(60, image());
        assertInstanceOf(FingerCapture.Captured.class, last, last::toString);
    }

    /** A busy library misses some of it. */
    private static boolean isTooLittle(int said, int ended) {
        return said < NONSENSE || (ended < 2 && said < 20 * NONSENSE);
    }

    private static byte[] nonsense(Random random, int number) {
        byte[] noise = new byte[random.nextInt(1, 6_000)];
        random.nextBytes(noise);
        return switch (number % 16) {
            case 0 -> together(words(64, 63), noise);
            case 1, 2, 3 -> together(words(random.nextInt(5_000), -random.nextInt(9)), noise);
            case 4, 5, 6 -> together(words(1 << random.nextInt(31), 64), noise);
            case 7, 8, 9 -> Arrays.copyOf(words(64, 64), random.nextInt(8));
            default -> noise;
        };
    }

    private static void say(VirtualReaderSocket reader, byte[] said) throws InterruptedException {
        try (reader) {
            reader.raw(said);
            for (int i = 0; i < 4 && !reader.isOver(); i++) {
                Thread.sleep(5);
            }
        } catch (IOException e) {
            // The library hung up on nonsense.
        }
    }

    private static byte[] image() {
        try (var finger = TestVisitor.finger()) {
            return together(words(finger.width(), finger.height()), finger.copyOfPixels());
        }
    }

    private static FingerSpec spec() {
        try (var finger = TestVisitor.finger()) {
            return new FingerSpec(finger.width(), finger.height(), 8, 500, null, null, null, 0);
        }
    }

    private static byte[] words(int first, int second) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt(first)
                .putInt(second)
                .array();
    }

    private static byte[] together(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    /** One capture during which the device says these bytes. */
    private FingerCapture after(int seconds, byte[] said) throws Exception {
        var capture =
                CompletableFuture.supplyAsync(
                        () ->
                                scanner.capture(
                                        CaptureRequest.ofSeconds(seconds), new CancelSignal()));
        while (!capture.isDone()) {
            Optional<VirtualReaderSocket> reader = VirtualReaderSocket.connect(socket);
            if (reader.isPresent()) {
                insist(reader.get(), said, capture);
            }
            Thread.sleep(5);
        }
        return capture.get();
    }

    /** Again when the library took no notice: it had not opened the reader yet. */
    private static void insist(VirtualReaderSocket opened, byte[] said, Future<?> capture)
            throws InterruptedException {
        try (opened) {
            while (!capture.isDone() && !opened.isOver()) {
                Thread.sleep(OPENED);
                opened.raw(said);
                for (int i = 0; i < 400 && !capture.isDone() && !opened.isOver(); i++) {
                    Thread.sleep(5);
                }
            }
        } catch (IOException e) {
            // The library hung up on nonsense.
        }
    }
}
