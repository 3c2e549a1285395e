package org.tamga.devices.attached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;

/** {@code /dev/null} plays the device file: a made-up kernel says what is behind number 1:3. */
@DisplayName("Hardware is told from what stands in for it")
class HardwareTest {
    private static final Path DEV = Path.of("/dev");

    @TempDir Path folder;
    private Path sys;

    @BeforeEach
    void machine() throws IOException {
        sys = folder.resolve("sys");
        Files.createDirectories(sys.resolve("dev/char"));
        Files.createDirectories(sys.resolve("class/power_supply"));
    }

    private Optional<String> objection(String profile, String at) {
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        return new Hardware(sys, DEV).objection(catalogue.find(profile).orElseThrow(), at);
    }

    private void kernelKnows(String device) throws IOException {
        Path known = Files.createDirectories(sys.resolve("devices").resolve(device));
        Files.createSymbolicLink(sys.resolve("dev/char/1:3"), known);
    }

    @Test
    void a_device_file_of_something_on_a_bus_is_hardware() throws IOException {
        kernelKnows("pci0000:00/usb1/1-2/tty/ttyUSB0");
        Path link = Files.createSymbolicLink(folder.resolve("scanner"), DEV.resolve("null"));
        for (String profile :
                new String[] {
                    "finger-scanner/zfm-20", "receipt-printer/escpos-80mm-usb", "camera/generic-uvc"
                }) {
            assertEquals(Optional.empty(), objection(profile, "/dev/null"));
            assertEquals(Optional.empty(), objection(profile, link.toString()));
        }
    }

    @Test
    void a_device_that_is_pulled_and_plugged_in_while_it_is_judged_stays_hardware()
            throws Exception {
        kernelKnows("pci0000:00/usb1/1-2/tty/ttyUSB0");
        Path place = folder.resolve("scanner");
        Thread hand =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        while (!Thread.currentThread().isInterrupted()) {
                                            Files.createSymbolicLink(place, DEV.resolve("null"));
                                            Files.delete(place);
                                        }
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                });
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        var profile = catalogue.find("finger-scanner/zfm-20").orElseThrow();
        Hardware hardware = new Hardware(sys, DEV);
        for (int i = 0; i < 20_000; i++) {
            assertEquals(Optional.empty(), hardware.objection(profile, place.toString()));
        }
        assertTrue(hand.isAlive());
        hand.interrupt();
        hand.join();
    }

    @Test
    void a_device_file_without_a_bus_behind_it_is_none() throws IOException {
        assertTrue(objection("finger-scanner/zfm-20", "/dev/null").isPresent());
        kernelKnows("virtual/video4linux/video0");
        assertTrue(objection("camera/generic-uvc", "/dev/null").isPresent());
    }

    @Test
    void a_keyboard_reader_is_where_the_kernel_puts_input_devices() throws IOException {
        kernelKnows("pci0000:00/usb1/1-2/input/event3");
        assertTrue(objection("document-reader/hid-wedge", "/dev/null").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"finger-scanner/zfm-20", "camera/generic-uvc", "document-reader/hid-wedge"})
    void files_folders_and_pseudo_terminals_are_none(String profile) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertTrue(objection(profile, file.toString()).isPresent());
        assertTrue(objection(profile, folder.toString()).isPresent());
        assertTrue(objection(profile, "/dev/pts/ptmx").isPresent());
    }

    @Test
    void nothing_at_all_is_left_to_the_driver_to_tell() {
        assertEquals(Optional.empty(), objection("finger-scanner/zfm-20", "/dev/none"));
        assertEquals(Optional.empty(), objection("power-supply/linux-sysfs", "/dev/none"));
        assertEquals(Optional.empty(), objection("signing-token/pkcs11-generic", "/dev/none.so"));
    }

    @Test
    void power_is_what_the_kernel_tells() throws IOException {
        Path told = sys.resolve("class/power_supply");
        assertEquals(Optional.empty(), objection("power-supply/linux-sysfs", told.toString()));
        assertTrue(objection("power-supply/linux-sysfs", folder.toString()).isPresent());
    }

    @Test
    void a_token_of_software_is_none_under_whatever_name() throws IOException {
        Path library = Files.createFile(folder.resolve("libsofthsm2.so"));
        Path link = Files.createSymbolicLink(folder.resolve("maker.so"), library);
        assertTrue(objection("signing-token/pkcs11-generic", link.toString()).isPresent());
        Path other = Files.createFile(folder.resolve("opensc-pkcs11.so"));
        assertEquals(Optional.empty(), objection("signing-token/pkcs11-generic", other.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "camera/mjpeg-http, http://127.0.0.1:8080/video, true",
        "camera/mjpeg-http, http://[::1]/video, true",
        "camera/mjpeg-http, http://10.255.255.254/video, false",
        "chip-reader/pcsc-generic, /tmp/cards, true",
        "chip-reader/pcsc-generic, .*, true",
        "chip-reader/pcsc-generic, (?i)omnikey, false",
        "page-printer/cups, http://127.0.0.1:6310/printers/tamga, true",
        "page-printer/cups, tamga, false",
    })
    void addresses_and_names_are_judged_by_what_they_name(
            String profile, String at, boolean objected) {
        assertEquals(objected, objection(profile, at).isPresent());
    }
}
