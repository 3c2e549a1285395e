package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.document.DocumentReaders;
import org.tamga.devices.document.UsKeyboard;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.WedgeSimulator;

@DisplayName("A reader that poses as a keyboard")
class WedgeGrabTest {
    private static final String DEVICE = "/dev/input/event9";
    private static final String SCAN = "20101199000017";

    private static final String DESCRIPTION =
            """
            P: /devices/virtual/input/input9/event9
            N: input/event9
            E: DEVNAME=/dev/input/event9
            E: DEVPATH=/devices/virtual/input/input9/event9
            E: MAJOR=13
            E: MINOR=73
            E: SUBSYSTEM=input
            A: dev=13:73

            P: /devices/virtual/input/input9
            E: DEVPATH=/devices/virtual/input/input9
            E: SUBSYSTEM=input
            A: name=Barcode Reader
            """;

    @TempDir Path folder;

    private static DocumentReader reader(String path) {
        return DocumentReaders.wedge(
                new DeviceInfo(path, "document-reader/hid-wedge", "test", false),
                Links.inputDevice(Path.of(path), false),
                Duration.ofSeconds(5));
    }

    /** Reads one scan in a process whose event device is replayed; for the test below. */
    public static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (DocumentReader reader = reader(arguments[0])) {
                DocumentReading reading = reader.read(Duration.ofSeconds(60), new CancelSignal());
                System.out.println(
                        reading instanceof DocumentReading.Read read
                                ? "read " + read.lines()
                                : reading.toString());
            }
        }
    }

    @Test
    void is_grabbed_and_read_through_the_kernels_event_interface()
            throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/umockdev-run")),
                "umockdev, which replays event devices, is not installed");
        Path description = Files.writeString(folder.resolve("reader.umockdev"), DESCRIPTION);
        Path events = Files.writeString(folder.resolve("scan.events"), events());
        List<String> command = new ArrayList<>();
        command.addAll(List.of("umockdev-run", "-d", description.toString()));
        command.addAll(List.of("-e", DEVICE + "=" + events, "--"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Child.class.getName(), DEVICE));
        Path told = folder.resolve("told.txt");
        Process child =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        try {
            child.waitFor(120, TimeUnit.SECONDS);
            List<String> lines = Files.readAllLines(told, StandardCharsets.UTF_8);
            assertEquals("read [" + SCAN + "]", lines.getLast(), lines::toString);
        } finally {
            child.destroyForcibly();
        }
    }

    private static String events() {
        // Taken at once when it is attached. A busy machine may miss a scan: nobody reads yet.
        StringBuilder events = new StringBuilder("E: 0.000000 0000 0000 0000\n");
        for (double start : new double[] {1.5, 4, 8, 16, 32, 55}) {
            double time = start;
            for (char c : (SCAN + "\n").toCharArray()) {
                int code =
                        c == '\n' ? UsKeyboard.ENTER : UsKeyboard.strokeFor(c).orElseThrow().code();
                for (int value = 1; value >= 0; value--) {
                    time += 0.002;
                    events.append(
                            String.format(
                                    Locale.ROOT, "E: %.6f 0001 %04x %04d%n", time, code, value));
                    events.append(String.format(Locale.ROOT, "E: %.6f 0000 0000 0000%n", time));
                }
            }
        }
        return events.toString();
    }

    @Test
    void that_is_no_keyboard_is_refused() throws IOException {
        Path plain = Files.writeString(folder.resolve("event0"), "no event device");
        try (DocumentReader reader = reader(plain.toString())) {
            DocumentReading reading = reader.read(Duration.ofSeconds(1), new CancelSignal());
            assertEquals(
                    DeviceFault.NOT_FOUND,
                    assertInstanceOf(DocumentReading.Failed.class, reading).fault());
        }
    }

    @Test
    void leaves_nothing_behind_after_two_hundred_unplugs() throws Exception {
        try (WedgeSimulator simulator = WedgeSimulator.start(folder, "event0");
                DocumentReader reader =
                        DocumentReaders.wedge(
                                new DeviceInfo("w", "document-reader/hid-wedge", "test", true),
                                Links.inputDevice(Path.of(simulator.at()), true),
                                Duration.ofSeconds(5))) {
            Leaks.none(
                    200,
                    32,
                    () -> {
                        assertInstanceOf(Presence.Attached.class, reader.presence());
                        simulator.breakWith(SimulatedFault.UNPLUGGED);
                        DocumentReading reading =
                                reader.read(Duration.ofSeconds(60), new CancelSignal());
                        assertEquals(
                                DeviceFault.UNPLUGGED,
                                assertInstanceOf(DocumentReading.Failed.class, reading).fault());
                        simulator.repair();
                    });
            simulator.present(List.of(SCAN));
            assertInstanceOf(
                    DocumentReading.Read.class,
                    reader.read(Duration.ofSeconds(60), new CancelSignal()));
        }
    }
}
