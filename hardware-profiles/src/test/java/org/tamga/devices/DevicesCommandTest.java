package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.command.DevicesCommandLine;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;

@DisplayName("The devices command")
class DevicesCommandTest {
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return DevicesCommandLine.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void tests_a_simulated_kit_and_leaves_what_it_made() throws IOException {
        assertEquals(0, run("test", "--kit", "demo", "--out", folder.toString()), out::toString);
        assertEquals(7, out.toString().lines().filter(l -> l.startsWith("pass")).count());
        for (String file :
                new String[] {
                    "finger.png", "camera.png", "slips/0001.png", "pages/0001-self-test.pdf"
                }) {
            assertTrue(Files.exists(folder.resolve(file)), file);
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("finger.png"))));
    }

    @Test
    void tests_of_a_kit_only_what_is_named() {
        String kit = kitWithoutHardware();
        assertEquals(1, run("test", "receipt-printer/escpos-80mm-usb", "--kit", kit));
        assertEquals(1, out.toString().lines().filter(l -> l.startsWith("FAIL")).count());
        for (String device : new String[] {"foo/bar", "camera/generic-uvc"}) {
            assertEquals(2, run("test", device, "--kit", kit), device);
            assertTrue(err.toString().contains("device '" + device + "'"), err::toString);
        }
        assertEquals(2, run("test", "nonsense"));
        assertTrue(err.toString().contains("unknown device 'nonsense'"), err::toString);
    }

    @Test
    void tests_every_profile_through_its_driver_and_its_simulator() {
        assertEquals(
                0,
                run(
                        "test",
                        "--simulated",
                        "--fastest",
                        "--seconds",
                        "60",
                        "--out",
                        folder.toString()),
                () -> out.toString() + err);
        assertFalse(out.toString().contains("FAIL"), out::toString);
        long profiles =
                ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged())
                        .value()
                        .profiles()
                        .size();
        assertEquals(profiles, out.toString().lines().filter(l -> l.startsWith("pass")).count());
    }

    @Test
    void watches_what_of_a_kit_is_attached() {
        assertEquals(0, run("watch", "--kit", "demo", "--seconds", "1"));
        assertTrue(out.toString().contains("attached at"), out::toString);
    }

    @Test
    void installs_kits_beside_the_packaged_ones() throws IOException {
        Path kit = folder.resolve("mobile.yaml");
        Files.writeString(
                kit,
                """
                kit: mobile
                note: for a mobile team
                devices:
                  camera: {profile: camera/simulated}
                """);
        Path installed = folder.resolve("devices");
        assertEquals(0, run("install", kit.toString(), "--into", installed.toString()));
        assertEquals(0, run("list", "--kit", "mobile", "--installed", installed.toString()));
        assertTrue(out.toString().contains("for a mobile team"), out::toString);
        Files.writeString(installed.resolve("kits/mobile.yaml"), "kit: mobile\nshoes: 2\n");
        assertEquals(2, run("list", "--kit", "mobile", "--installed", installed.toString()));
        assertTrue(err.toString().contains("mobile.yaml line 2"), err::toString);
    }

    @Test
    void refuses_an_installed_profile_that_is_wrong_with_file_and_line() throws IOException {
        Path profile = folder.resolve("profiles/camera/web.yaml");
        Files.createDirectories(profile.getParent());
        Files.writeString(profile, "profile: camera/web\nclass: camera\ncolour: red\n");
        assertEquals(2, run("list", "--installed", folder.toString()));
        assertTrue(err.toString().contains("camera/web.yaml"), err::toString);
    }

    @Test
    void fails_the_test_when_real_devices_are_not_attached() {
        int exit = run("test", "receipt-printer", "--kit", kitWithoutHardware(), "--seconds", "1");
        assertEquals(1, exit);
        assertTrue(out.toString().contains("[DV-04]"), out::toString);
    }

    private String kitWithoutHardware() {
        Path kit = folder.resolve("kit.yaml");
        try {
            Files.writeString(
                    kit,
                    """
                    kit: bare
                    note: nothing is attached
                    devices:
                      receipt-printer: {profile: receipt-printer/escpos-80mm-usb, at: /dev/none}
                    """);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return kit.toString();
    }

    @Test
    void lists_profiles_and_what_is_attached() {
        assertEquals(0, run("list"));
        assertTrue(out.toString().contains("receipt-printer/simulated"));
        assertTrue(out.toString().contains("SIMULATED"));
    }

    @Test
    void writes_synthetic_fingers_and_faces() {
        String dir = folder.toString();
        assertEquals(0, run("fingers", "--out", dir, "--fingers", "2", "--impressions", "2"));
        assertTrue(Files.exists(folder.resolve("2_2.png")));
        Path faces = folder.resolve("faces");
        assertEquals(0, run("faces", "--out", faces.toString(), "--count", "1"));
        assertTrue(Files.exists(faces.resolve("1_2.png")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "test",
                "test nothing --simulated",
                "test --kit none",
                "test --simulated --seconds 0",
                "fingers --fingers 3",
                "simulate none/none",
                "simulate camera/simulated",
                "watch --kit none",
                "install none.yaml --into x",
                "test --kit demo --document 12",
                "fingers --out /proc/x --fingers 1",
                "fingers --out x --fingers many",
                "list --kit /no/such.yaml",
                "list --installed /no/such/folder"
            })
    void answers_wrong_use_with_one_line_and_exit_code_2(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(
                err.toString().strip().matches("tamga devices: .* \\[DV-\\d\\d]"), err::toString);
    }
}
