package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerCapture.Captured;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.scanner.FingerSpec;

/**
 * USB traffic of real readers, replayed by umockdev: libfprint's real driver of each, below ours.
 * The recordings are not part of the project.
 */
@DisplayName("Recorded USB traffic")
class RecordedTrafficTest {
    @ParameterizedTest(name = "{0} gives its reference image through the profile {1}")
    @CsvSource({
        "uru4000-4500, digitalpersona-uareu-4500",
        "uru4000-msv2, microsoft-fingerprint-reader",
        "upektc_img, upek-touchchip-147e-2016",
        "elan, elan-04f3-0c26",
        "elan-cobo, elan-04f3-0c26",
        "egis0570, egis-1c7a-0570",
        "nb1010, nextbiometrics-nb-1010-u",
        "vfs301, validity-vfs301",
        "vfs7552, validity-vfs7552",
        "aes2501, authentec-aes2501",
        "aes3500, authentec-aes3500"
    })
    void is_replayed_to_the_last_pixel(String recording, String model) throws IOException {
        Path folder = recordings().resolve(recording);
        assumeTrue(
                Files.isRegularFile(folder.resolve("device")),
                () -> "no recording of " + recording + " beside the project; see docs/limits.md");
        assumeTrue(isInstalled("umockdev-run"), "the package umockdev is not installed");
        DeviceProfile profile = profile("finger-scanner/" + model);
        FingerSpec spec = Objects.requireNonNull(profile.finger());
        DeviceProfile.Match match = Objects.requireNonNull(profile.match());
        var rule =
                new ReaderRule(
                        Objects.requireNonNull(match.usb()),
                        Objects.requireNonNull(match.driver()),
                        "");
        var info = new DeviceInfo(recording, profile.profile(), profile.label(), true);
        try (var scanner =
                new FprintFingerScanner(info, spec, rule, replay(folder, rule), UsbBus.SYSTEM)) {
            FingerCapture capture =
                    scanner.capture(CaptureRequest.ofSeconds(60), new CancelSignal());
            try (FingerImage image =
                    assertInstanceOf(Captured.class, capture, capture::toString).image()) {
                assertEquals(spec.dpi(), image.dpi());
                assertEquals(0, differences(spec, folder.resolve("capture.png"), image));
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path recordings() {
        String elsewhere = System.getenv("TAMGA_TEST_DATA");
        Path data = elsewhere == null ? Path.of("../../shared/data") : Path.of(elsewhere);
        return data.toAbsolutePath().resolve("usb-traces");
    }

    private static DeviceProfile profile(String name) {
        var packaged = ProfileCatalogue.packaged();
        return assertInstanceOf(Accepted.class, packaged, packaged::toString)
                        instanceof Accepted<?>(ProfileCatalogue catalogue)
                ? catalogue.find(name).orElseThrow()
                : fail(name);
    }

    /** The driver process under umockdev, with the recording as the only thing on the USB bus. */
    private static HostCommand replay(Path folder, ReaderRule rule) throws IOException {
        Path device = folder.resolve("device");
        List<String> before = new ArrayList<>(List.of("umockdev-run", "--device=" + device));
        Path packets = folder.resolve("capture.pcapng");
        if (Files.exists(packets)) {
            String place = first(device, "P: ");
            before.add("--pcap=/sys" + place + "=" + packets);
        } else {
            Path calls = folder.resolve("capture.ioctl");
            String node = first(calls, "@DEV ");
            before.add("--ioctl=" + node + "=" + calls);
        }
        before.add("--");
        return new HostCommand(
                before,
                Map.of("FP_DEVICE_EMULATION", "1", "FP_DRIVERS_WHITELIST", rule.driver()),
                LibFprint.LIBRARY);
    }

    private static String first(Path file, String key) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .orElseThrow()
                    .substring(key.length())
                    .strip();
        }
    }

    /** Pixels that differ from the reference, turned dark on light as the profile says. */
    private static int differences(FingerSpec spec, Path reference, FingerImage image)
            throws IOException {
        BufferedImage expected = ImageIO.read(reference.toFile());
        assertEquals(expected.getWidth(), image.width());
        assertEquals(expected.getHeight(), image.height());
        int differences = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int level = expected.getRGB(x, y) & 0xFF;
                if (image.at(x, y) != (spec.inverted() ? 255 - level : level)) {
                    differences++;
                }
            }
        }
        return differences;
    }
}
