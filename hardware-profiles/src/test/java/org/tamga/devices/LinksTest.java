package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.document.DocumentReaders;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.LineEmulator;
import org.tamga.devices.simulator.PseudoTerminal;
import org.tamga.devices.simulator.SerialSimulator;
import org.tamga.devices.simulator.SimulatedFault;

@DisplayName("A link to a device")
class LinksTest {
    @TempDir Path folder;

    private static DeviceFault faultOf(@Nullable Throwable thrown) {
        return assertInstanceOf(LinkException.class, thrown).fault();
    }

    @Test
    void that_is_interrupted_stops_instead_of_waiting_on() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.attach(bytes -> new byte[0], 0)) {
            for (var opener :
                    java.util.List.of(
                            Links.serial(terminal.path(), 9_600),
                            Links.characterDevice(terminal.path()),
                            Links.inputDevice(terminal.path(), true))) {
                try (ByteLink link = opener.open()) {
                    Thread.currentThread().interrupt();
                    var thrown =
                            assertThrows(
                                    LinkException.class,
                                    () -> link.read(new byte[24], Duration.ofMinutes(1)));
                    assertEquals(DeviceFault.CANCELLED, thrown.fault());
                    assertTrue(Thread.interrupted(), "the interrupt stays set");
                }
            }
        }
    }

    @Test
    void writes_as_long_as_its_bytes_need_at_the_lines_rate() throws Exception {
        byte[] slip = new byte[9_600];
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        try (PseudoTerminal terminal =
                        PseudoTerminal.attach(
                                bytes -> {
                                    // A printer that stops for a while to cool its head.
                                    if (arrived.size() == 0 && bytes.length > 0) {
                                        sleep(Duration.ofMillis(2_700));
                                    }
                                    synchronized (arrived) {
                                        arrived.writeBytes(bytes);
                                    }
                                    return new byte[0];
                                },
                                0);
                ByteLink link = Links.serial(terminal.path(), 9_600).open()) {
            link.write(slip);
            for (int i = 0; i < 3_000 && arrived.size() < slip.length; i++) {
                Thread.sleep(20);
            }
        }
        assertArrayEquals(slip, arrived.toByteArray());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void to_what_is_no_device_of_its_kind_is_refused_in_words() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var noLine = assertThrows(LinkException.class, () -> Links.serial(file, 9_600).open());
        assertEquals(DeviceFault.NOT_FOUND, noLine.fault());
        assertEquals(file + " is not a serial line", noLine.detail());
        var noDevice =
                assertThrows(LinkException.class, () -> Links.characterDevice(folder).open());
        assertEquals(DeviceFault.NOT_FOUND, noDevice.fault());
        var noKeys = assertThrows(LinkException.class, () -> Links.inputDevice(file, false).open());
        assertEquals(file + " is not a keyboard", noKeys.detail());
    }

    @Test
    void takes_an_answer_of_no_bytes_for_no_unplug() throws LinkException {
        try (ByteLink link = Links.characterDevice(Path.of("/dev/null")).open()) {
            long begun = System.nanoTime();
            assertEquals(0, link.read(new byte[1], Duration.ofSeconds(1)));
            long took = System.nanoTime() - begun;
            assertTrue(took >= 990_000_000, "an answer may follow until the time is over");
        }
    }

    @Test
    void is_closed_from_another_thread_while_the_device_takes_no_bytes() throws Exception {
        Path pipe = folder.resolve("lp0");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        ByteLink link = Links.characterDevice(pipe).open();
        var write =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                link.write(new byte[1_000_000]);
                            } catch (LinkException e) {
                                throw new CompletionException(e);
                            }
                        });
        Thread.sleep(300);
        link.close();
        // At once, not after the write's own limit, which tells another fault.
        var thrown = assertThrows(CompletionException.class, write::join);
        assertEquals(
                DeviceFault.UNPLUGGED,
                faultOf(java.util.Objects.requireNonNull(thrown.getCause())));
    }

    @Test
    void of_a_line_reader_leaves_nothing_behind_after_two_hundred_unplugs() throws Exception {
        try (SerialSimulator simulator =
                        SerialSimulator.start(new LineEmulator(), folder, "tty", 0);
                DocumentReader reader =
                        DocumentReaders.lines(
                                new DeviceInfo("r", "document-reader/serial-lines", "test", true),
                                Links.serial(Path.of(simulator.at()), 9_600),
                                Duration.ofSeconds(5))) {
            Leaks.none(
                    200,
                    32,
                    () -> {
                        CancelSignal cancelled = new CancelSignal();
                        cancelled.cancel();
                        assertEquals(
                                new DocumentReading.Failed(DeviceFault.CANCELLED, "cancelled"),
                                reader.read(Duration.ofSeconds(5), cancelled));
                        simulator.breakWith(SimulatedFault.UNPLUGGED);
                        assertInstanceOf(Presence.Absent.class, reader.presence());
                        simulator.repair();
                    });
        }
    }

    @Test
    void tells_why_it_cannot_be_opened() throws IOException {
        Path socket = folder.resolve("socket");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            // ENXIO: something stands there, but no device.
            var thrown =
                    assertThrows(LinkException.class, () -> Links.characterDevice(socket).open());
            assertEquals(DeviceFault.NOT_FOUND, thrown.fault());
        }
    }
}
