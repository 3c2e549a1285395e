package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.document.DocumentReaders;
import org.tamga.devices.document.Documents;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.FolderFingers;
import org.tamga.devices.simulator.PseudoTerminal;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.SkinCondition;
import org.tamga.devices.simulator.TestVisitor;

@DisplayName("A kit of simulated devices")
class SimulatedDevicesTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final byte[] PDF = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;
    private final FingerQueue fingers = new FingerQueue();
    private DeviceKit kit;

    @BeforeEach
    void open() {
        kit =
                ((Accepted<DeviceKit>) DeviceKit.open("demo", new KitSettings(folder, fingers)))
                        .value();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private static FingerImage finger() {
        byte[] gray = new byte[200 * 200];
        new Random(5).nextBytes(gray);
        return new FingerImage(200, 200, 500, gray);
    }

    private FingerCapture capture() {
        return capture(Duration.ofSeconds(60));
    }

    private FingerCapture capture(Duration patience) {
        return kit.fingerScanner().capture(new CaptureRequest(patience), new CancelSignal());
    }

    @Test
    void says_of_each_simulated_device_that_it_is_one() {
        assertTrue(kit.simulated());
        kit.held().stream()
                .map(held -> kit.device(held).info())
                .filter(info -> !info.profile().startsWith("power-supply"))
                .forEach(
                        info -> {
                            assertTrue(info.simulated(), info::toString);
                            assertTrue(info.label().startsWith("SIMULATED"), info::label);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera: {profile: camera/image-sequence, at: \"%04d.png\"}",
                "signing-token: {profile: signing-token/pkcs11-softhsm2}",
                "finger-scanner: {profile: finger-scanner/libfprint-virtual, at: /tmp/none/s}"
            })
    void whatever_stands_in_for_a_device_says_so_even_without_a_simulator(String device) {
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        String text = "kit: k\nnote: n\ndevices:\n  " + device + "\n";
        var stand = ((Accepted<Kit>) catalogue.kit("k.yaml", text)).value();
        try (var opened = DeviceKit.open(stand, catalogue, new KitSettings(folder, fingers))) {
            assertTrue(opened.simulated(), device);
        }
    }

    @Test
    void gives_the_presented_finger_and_wipes_it_on_close() {
        fingers.present(finger());
        FingerImage image = assertInstanceOf(FingerCapture.Captured.class, capture()).image();
        assertArrayEquals(finger().copyOfPixels(), image.copyOfPixels());
        assertFalse(image.toString().contains("[" + image.at(0, 0)));
        image.close();
        assertThrows(IllegalStateException.class, image::copyOfPixels);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(SimulatedFault.NOBODY, DeviceFault.TIMEOUT),
                Arguments.of(SimulatedFault.STUCK, DeviceFault.OFFLINE),
                Arguments.of(SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED),
                Arguments.of(SimulatedFault.BLACK_IMAGE, DeviceFault.BLANK_IMAGE),
                Arguments.of(SimulatedFault.LIFTED_EARLY, DeviceFault.LIFTED_EARLY),
                Arguments.of(SimulatedFault.WRONG_CHECKSUM, DeviceFault.PROTOCOL_ERROR));
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @MethodSource("troubles")
    void fails_as_it_is_told_and_works_the_next_time(SimulatedFault trouble, DeviceFault fault) {
        kit.simulation().fingerScanner().orElseThrow().script().once(trouble);
        fingers.present(finger());
        Duration patience = trouble == SimulatedFault.NOBODY ? SHORT : Duration.ofSeconds(60);
        assertEquals(
                fault, assertInstanceOf(FingerCapture.Failed.class, capture(patience)).fault());
        assertInstanceOf(FingerCapture.Captured.class, capture());
    }

    @Test
    void stops_waiting_for_a_finger_when_cancelled() {
        CancelSignal cancel = new CancelSignal();
        cancel.cancel();
        FingerCapture capture = kit.fingerScanner().capture(CaptureRequest.ofSeconds(300), cancel);
        assertEquals(
                DeviceFault.CANCELLED,
                assertInstanceOf(FingerCapture.Failed.class, capture).fault());
    }

    @ParameterizedTest
    @EnumSource(SkinCondition.class)
    void shows_skin_as_it_is_told(SkinCondition condition) {
        kit.simulation().fingerScanner().orElseThrow().skin(condition);
        fingers.present(finger());
        FingerImage image = assertInstanceOf(FingerCapture.Captured.class, capture()).image();
        double change = mean(image) - mean(finger());
        switch (condition) {
            case NORMAL -> assertEquals(0, change);
            case WET -> assertTrue(change < -50, "darker by " + change);
            case SOAKED -> assertTrue(range(image) < range(finger()) / 2, "flatter");
            case DRY, PARTIAL -> assertTrue(change > 30, "paler by " + change);
        }
    }

    private static int range(FingerImage image) {
        int lowest = 255;
        int highest = 0;
        for (byte b : image.copyOfPixels()) {
            lowest = Math.min(lowest, b & 0xFF);
            highest = Math.max(highest, b & 0xFF);
        }
        return highest - lowest;
    }

    private static double mean(FingerImage image) {
        long sum = 0;
        for (byte b : image.copyOfPixels()) {
            sum += b & 0xFF;
        }
        return (double) sum / (image.width() * image.height());
    }

    @Test
    void takes_fingers_from_a_folder_in_the_order_of_their_names() throws IOException {
        for (int n = 1; n <= 2; n++) {
            BufferedImage image = new BufferedImage(70 + n, 80, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(n, 0, 0, 77);
            ImageIO.write(
                    image,
                    n == 1 ? "png" : "tiff",
                    folder.resolve(n + "_1." + (n == 1 ? "png" : "tif")).toFile());
        }
        Files.writeString(folder.resolve("readme.txt"), "no image");
        FolderFingers source = FolderFingers.of(folder, 500);
        assertEquals(71, source.next().orElseThrow().width());
        FingerImage second = source.next().orElseThrow();
        assertEquals(77, second.at(2, 0));
        assertTrue(source.next().isEmpty());
    }

    @Test
    void stores_each_copy_of_a_page_job() {
        assertInstanceOf(
                PageResult.Printed.class,
                kit.pagePrinter().print("Протокол 1/2", PDF, 2, new CancelSignal()));
        assertTrue(Files.exists(folder.resolve("pages/0001-Протокол-1-2.pdf")));
        assertTrue(Files.exists(folder.resolve("pages/0002-Протокол-1-2.pdf")));
    }

    @Test
    void reads_a_document_laid_on_it() {
        kit.simulation().documentReader().orElseThrow().present(List.of("20101199000017"));
        assertEquals(
                Documents.understand(List.of("20101199000017"), LocalDate.of(2026, 11, 22)),
                kit.documentReader().read(Duration.ofSeconds(60), new CancelSignal()));
        assertEquals(
                DeviceFault.TIMEOUT,
                assertInstanceOf(
                                DocumentReading.Failed.class,
                                kit.documentReader().read(SHORT, new CancelSignal()))
                        .fault());
    }

    @Test
    void a_line_reader_brings_the_lines_of_one_scan_over_a_serial_line() throws IOException {
        byte[][] scan = {
            String.join("\r\n", TestVisitor.mrz()).getBytes(StandardCharsets.US_ASCII)
        };
        try (PseudoTerminal line =
                        PseudoTerminal.attach(
                                bytes -> {
                                    byte[] now = scan[0];
                                    scan[0] = new byte[0];
                                    return now;
                                },
                                9_600);
                DocumentReader reader =
                        DocumentReaders.lines(
                                new DeviceInfo("r", "document-reader/serial-lines", "t", false),
                                Links.serial(line.path(), 9_600),
                                Duration.ofSeconds(5))) {
            assertEquals(
                    TestVisitor.mrz(),
                    assertInstanceOf(
                                    DocumentReading.Read.class,
                                    reader.read(Duration.ofSeconds(60), new CancelSignal()))
                            .lines());
        }
    }
}
