package org.tamga.devices.simulator;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.document.UsKeyboard;
import org.tamga.devices.simulator.LineEmulator.ScannedLines;

/**
 * A reader that poses as a keyboard: a named pipe that carries the kernel's {@code struct
 * input_event}, as {@code /dev/input/event*} would. What a pipe cannot show is the grab.
 */
public final class WedgeSimulator implements Simulator, DocumentPlate {
    private static final int EVENT_BYTES = 24;
    private static final int EV_SYN = 0;
    private static final int EV_KEY = 1;
    private static final int EV_MSC = 4;
    private static final int EV_LED = 17;
    private static final int UNKNOWN_KEY = 0x2F0;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(1);
    private static final Duration SLOW_KEYS = Duration.ofMillis(15);

    private final Path place;
    private final FaultScript script;
    private final ScannedLines scans = new ScannedLines();
    private final Thread typist;
    private @Nullable RandomAccessFile pipe;
    private volatile boolean closed;

    private WedgeSimulator(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        EnumSet<SimulatedFault> faults = EnumSet.copyOf(ScannedLines.FAULTS);
        faults.addAll(
                Set.of(
                        SimulatedFault.UNPLUGGED,
                        SimulatedFault.UNPLUGGED_MID_TRANSFER,
                        SimulatedFault.NOISE,
                        SimulatedFault.SLOW,
                        SimulatedFault.STUCK));
        this.script = new FaultScript(faults);
        plug();
        this.typist = Thread.ofPlatform().daemon().name("wedge " + place).start(this::type);
    }

    /**
     * @param folder where its pipe is made; created
     */
    public static WedgeSimulator start(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return new WedgeSimulator(folder.resolve(name));
    }

    private synchronized void plug() throws IOException {
        Files.deleteIfExists(place);
        pipe = NamedPipe.make(place);
    }

    private synchronized void unplug() {
        try {
            Files.deleteIfExists(place);
            if (pipe != null) {
                drain();
                pipe.close();
                pipe = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What nobody read is gone, and whoever waits to write goes on. */
    private synchronized void drain() throws IOException {
        if (pipe != null) {
            var in = new FileInputStream(pipe.getFD());
            byte[] buffer = new byte[4_096];
            while (in.available() > 0) {
                int unused = in.read(buffer);
            }
        }
    }

    private void type() {
        try {
            while (!closed) {
                Thread.sleep(BETWEEN_LOOKS);
                scan();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() throws InterruptedException {
        SimulatedFault fault = script.standing().orElse(null);
        if (fault == SimulatedFault.STUCK) {
            return;
        }
        List<byte[]> keys = keys(scans.next(script.standing()), fault == SimulatedFault.NOISE);
        int typed = 0;
        for (byte[] key : keys) {
            if (fault == SimulatedFault.UNPLUGGED_MID_TRANSFER && ++typed > keys.size() / 2) {
                unplug();
                return;
            }
            send(key);
            Thread.sleep(fault == SimulatedFault.SLOW ? SLOW_KEYS : BETWEEN_KEYS);
        }
        while (fault == SimulatedFault.ENDLESS_REPLY
                && !keys.isEmpty()
                && script.plays(SimulatedFault.ENDLESS_REPLY)) {
            send(stroke(new UsKeyboard.Stroke(UsKeyboard.ENTER + 2, false)));
            Thread.sleep(BETWEEN_KEYS);
        }
    }

    private static List<byte[]> keys(List<String> lines, boolean noise) {
        List<byte[]> keys = new ArrayList<>();
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                keys.add(stroke(UsKeyboard.strokeFor(line.charAt(i)).orElseThrow()));
                if (noise) {
                    keys.add(strayEvents());
                }
            }
            keys.add(stroke(new UsKeyboard.Stroke(UsKeyboard.ENTER, false)));
        }
        return keys;
    }

    /** Pressed and released, shift around it, each with its report. */
    private static byte[] stroke(UsKeyboard.Stroke stroke) {
        ByteBuffer events = ByteBuffer.allocate(8 * EVENT_BYTES).order(ByteOrder.nativeOrder());
        if (stroke.shift()) {
            put(events, EV_KEY, UsKeyboard.LEFT_SHIFT, 1);
            put(events, EV_SYN, 0, 0);
        }
        put(events, EV_KEY, stroke.code(), 1);
        put(events, EV_SYN, 0, 0);
        put(events, EV_KEY, stroke.code(), 0);
        put(events, EV_SYN, 0, 0);
        if (stroke.shift()) {
            put(events, EV_KEY, UsKeyboard.LEFT_SHIFT, 0);
            put(events, EV_SYN, 0, 0);
        }
        return Arrays.copyOf(events.array(), events.position());
    }

    private static byte[] strayEvents() {
        ByteBuffer events = ByteBuffer.allocate(3 * EVENT_BYTES).order(ByteOrder.nativeOrder());
        put(events, EV_MSC, 4, 0x7_0004);
        put(events, EV_LED, 1, 1);
        put(events, EV_KEY, UNKNOWN_KEY, 1);
        return events.array();
    }

    private static void put(ByteBuffer events, int type, int code, int value) {
        events.putLong(0).putLong(0).putShort((short) type).putShort((short) code).putInt(value);
    }

    /** Never blocks: what does not fit into the pipe is lost, as in the kernel's own buffer. */
    private synchronized void send(byte[] events) {
        if (pipe == null) {
            return;
        }
        try {
            if (new FileInputStream(pipe.getFD()).available() < 32_768) {
                new FileOutputStream(pipe.getFD()).write(events);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String at() {
        return place.toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            unplug();
        }
    }

    @Override
    public void repair() {
        script.clear();
        scans.clear();
        try {
            if (Files.exists(place)) {
                drain();
            } else {
                unplug();
                plug();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void present() {
        present(TestVisitor.mrz());
    }

    /** The reader types it a moment later. */
    @Override
    public void present(List<String> lines) {
        scans.add(lines);
    }

    @Override
    public void close() {
        closed = true;
        typist.interrupt();
        try {
            typist.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unplug();
    }
}
