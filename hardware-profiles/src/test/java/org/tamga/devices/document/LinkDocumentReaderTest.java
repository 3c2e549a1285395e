package org.tamga.devices.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.TestVisitor;

@DisplayName("A reader that speaks unasked")
class LinkDocumentReaderTest {
    private static final String FIRST = "20101199000017";
    private static final String SECOND = "11502198500025";

    /** Both ways in which such readers are attached. */
    enum Kind {
        LINES,
        KEYBOARD;

        DocumentReader reader(LinkOpener opener) {
            var info = new DeviceInfo("r", "document-reader/test", "test", false);
            Duration patience = Duration.ofSeconds(60);
            return this == LINES
                    ? DocumentReaders.lines(info, opener, patience)
                    : DocumentReaders.wedge(info, opener, patience);
        }

        byte[] scan(String... lines) {
            String text = String.join("\n", lines) + "\n";
            return this == LINES ? text.getBytes(StandardCharsets.US_ASCII) : typed(text);
        }

        private static byte[] typed(String text) {
            ByteBuffer events =
                    ByteBuffer.allocate(text.length() * 4 * KeyStrokes.EVENT_BYTES)
                            .order(ByteOrder.nativeOrder());
            for (char c : text.toCharArray()) {
                var stroke =
                        c == '\n'
                                ? new UsKeyboard.Stroke(UsKeyboard.ENTER, false)
                                : UsKeyboard.strokeFor(c).orElseThrow();
                event(events, UsKeyboard.LEFT_SHIFT, stroke.shift() ? 1 : 0);
                event(events, stroke.code(), 1);
                event(events, stroke.code(), 0);
                event(events, UsKeyboard.LEFT_SHIFT, 0);
            }
            return events.array();
        }

        private static void event(ByteBuffer events, int code, int value) {
            events.putLong(0).putLong(0).putShort((short) 1).putShort((short) code).putInt(value);
        }
    }

    /** A cable on which scans wait, as in the kernel's buffer, until they are read. */
    private static final class Cable implements LinkOpener {
        private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
        private final Queue<byte[]> toCome = new ConcurrentLinkedQueue<>();
        private volatile Runnable onceGiven = () -> {};
        private final List<Boolean> open = new ArrayList<>();
        private volatile boolean attached = true;
        private volatile boolean replugged;

        boolean isOpen() {
            return open.contains(true);
        }

        /** Scanned as soon as somebody has thrown away what waited, and waits for more. */
        void scanNext(byte[] scan) {
            toCome.add(scan);
        }

        /** The silence that the reading begins with has just come to its end. */
        private void scanIfAwaited(Duration silence) {
            if (silence.isPositive()) {
                Optional.ofNullable(toCome.poll()).ifPresent(waiting::add);
            }
        }

        @Override
        public Presence presence() {
            return attached
                    ? new Presence.Attached()
                    : new Presence.Absent(DeviceFault.NOT_FOUND, "not there");
        }

        @Override
        public ByteLink open() {
            int number = open.size();
            open.add(true);
            replugged = false;
            return new ByteLink() {
                private byte[] rest = {};

                @Override
                public void write(byte[] bytes) {
                    throw new IllegalStateException("such readers are not written to");
                }

                @Override
                public int read(byte[] buffer, Duration timeout) throws LinkException {
                    if (replugged || !open.get(number)) {
                        throw new LinkException(DeviceFault.UNPLUGGED, "pulled out");
                    }
                    try {
                        byte[] next =
                                rest.length > 0
                                        ? rest
                                        : waiting.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
                        if (next == null) {
                            scanIfAwaited(timeout);
                            return 0;
                        }
                        int count = Math.min(buffer.length, next.length);
                        System.arraycopy(next, 0, buffer, 0, count);
                        rest = java.util.Arrays.copyOfRange(next, count, next.length);
                        if (rest.length == 0) {
                            onceGiven.run();
                        }
                        return count;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return 0;
                    }
                }

                @Override
                public void close() {
                    open.set(number, false);
                }
            };
        }
    }

    private final Cable cable = new Cable();

    private static List<String> linesOf(DocumentReading reading) {
        return assertInstanceOf(DocumentReading.Read.class, reading).lines();
    }

    private static DeviceFault faultOf(DocumentReading reading) {
        return assertInstanceOf(DocumentReading.Failed.class, reading).fault();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void gives_nobody_what_was_scanned_while_nobody_read(Kind kind) {
        try (DocumentReader reader = kind.reader(cable)) {
            cable.scanNext(kind.scan(FIRST));
            assertEquals(
                    List.of(FIRST),
                    linesOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
            cable.waiting.add(kind.scan(FIRST));
            cable.scanNext(kind.scan(SECOND));
            assertEquals(
                    List.of(SECOND),
                    linesOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keeps_the_rest_of_a_cancelled_zone_from_the_next_voter(Kind kind) {
        try (DocumentReader reader = kind.reader(cable)) {
            CancelSignal cancel = new CancelSignal();
            cable.scanNext(kind.scan(TestVisitor.mrz().getFirst()));
            cable.onceGiven = cancel::cancel;
            assertEquals(
                    DeviceFault.CANCELLED, faultOf(reader.read(Duration.ofMinutes(1), cancel)));
            cable.waiting.add(kind.scan(TestVisitor.mrz().get(1)));
            cable.scanNext(kind.scan(SECOND));
            assertEquals(
                    List.of(SECOND),
                    linesOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takes_an_interrupt_for_a_cancellation(Kind kind) {
        try (DocumentReader reader = kind.reader(cable)) {
            Thread.currentThread().interrupt();
            assertEquals(
                    DeviceFault.CANCELLED,
                    faultOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
            assertTrue(Thread.interrupted());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void leaves_nothing_open_once_closed(Kind kind) {
        DocumentReader reader = kind.reader(cable);
        var broken =
                CompletableFuture.supplyAsync(
                        () -> reader.read(Duration.ofMinutes(1), new CancelSignal()));
        reader.close();
        assertEquals(DeviceFault.UNPLUGGED, faultOf(broken.join()));
        Presence unused = reader.presence();
        assertEquals(
                DeviceFault.UNPLUGGED,
                faultOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
        assertFalse(cable.isOpen());
    }

    @Test
    void as_a_keyboard_types_into_no_window_before_between_and_after_readings() {
        try (DocumentReader reader = Kind.KEYBOARD.reader(cable)) {
            assertTrue(cable.isOpen(), "before the first reading");
            byte[] endless = Kind.KEYBOARD.scan("X".repeat(2 * ScanBuffer.LONGEST));
            cable.scanNext(endless);
            assertEquals(
                    DeviceFault.PROTOCOL_ERROR,
                    faultOf(reader.read(Duration.ofMinutes(1), new CancelSignal())));
            assertEquals(List.of(true), cable.open, "never given back");
            cable.replugged = true;
            assertInstanceOf(Presence.Attached.class, reader.presence());
            assertInstanceOf(Presence.Attached.class, reader.presence());
            assertEquals(List.of(false, true), cable.open, "taken again after it was pulled out");
            cable.attached = false;
            assertInstanceOf(Presence.Absent.class, reader.presence());
            assertFalse(cable.isOpen());
        }
    }

    @Test
    void makes_no_number_of_two_codes() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertInstanceOf(DocumentReading.Read.class, Documents.understand(List.of(FIRST), today));
        assertEquals(
                DeviceFault.UNREADABLE_DOCUMENT,
                faultOf(Documents.understand(List.of("201011", "99000017"), today)));
    }

    @Test
    void takes_a_hundred_thousand_broken_scans_without_harm_and_keeps_no_more_than_allowed() {
        Random random = new Random(31);
        byte[] bytes = new byte[200];
        byte[] zone = Kind.LINES.scan(TestVisitor.mrz().toArray(String[]::new));
        LocalDate today = LocalDate.of(2026, 11, 22);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            random.nextBytes(bytes);
            int kept = random.nextInt(3) == 0 ? zone.length : random.nextInt(zone.length);
            System.arraycopy(zone, 0, bytes, 0, kept);
            bytes[random.nextInt(zone.length)] = (byte) random.nextInt(256);
            ScanBuffer scan = new ScanBuffer();
            int first = random.nextInt(bytes.length);
            scan.add(bytes, first);
            scan.add(bytes, zone.length);
            assertFalse(scan.overflows());
            List<String> lines = scan.lines();
            if (!lines.isEmpty()) {
                DocumentReading reading = Documents.understand(lines, today);
                read += reading instanceof DocumentReading.Read ? 1 : 0;
            }
        }
        assertTrue(read > 100, "only " + read);
        ScanBuffer endless = new ScanBuffer();
        for (int i = 0; i < 1_000; i++) {
            endless.add(bytes, bytes.length);
        }
        assertTrue(endless.overflows());
        assertTrue(String.join("", endless.lines()).length() <= ScanBuffer.LONGEST + 1);
    }
}
