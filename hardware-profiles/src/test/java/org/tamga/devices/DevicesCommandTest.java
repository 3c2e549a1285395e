package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.command.DevicesCommandLine;

@DisplayName("The devices command")
class DevicesCommandTest {
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return DevicesCommandLine.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void tests_all_simulated_devices_and_leaves_what_they_made() {
        assertEquals(0, run("test", "--simulated", "--out", folder.toString()), out::toString);
        assertEquals(6, out.toString().lines().filter(l -> l.startsWith("pass")).count());
        for (String file :
                new String[] {
                    "finger.png", "camera.png", "slips/0001.png", "pages/0001-self-test.pdf"
                }) {
            assertTrue(Files.exists(folder.resolve(file)), file);
        }
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
                "fingers --out /proc/x --fingers 1",
                "fingers --out x --fingers many",
                "list --kit /no/such.yaml"
            })
    void answers_wrong_use_with_one_line_and_exit_code_2(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(
                err.toString().strip().matches("tamga devices: .* \\[DV-\\d\\d]"), err::toString);
    }
}
