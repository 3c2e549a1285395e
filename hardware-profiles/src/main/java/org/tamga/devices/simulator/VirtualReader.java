package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.SensorWindow.View;

/**
 * A finger on libfprint's virtual image reader, with the size and resolution of a profile. The
 * library's core is the real one; the maker's driver is not run. The reader's folder is its cable:
 * while the reader is unplugged there is none.
 */
public final class VirtualReader implements Simulator {
    private static final int TOO_SHORT = 1;
    private static final int REMOVED = 0x100;
    private static final int PARTS = 40;
    private static final Duration POLL = Duration.ofMillis(10);

    /** The library listens a little before its capture begins. */
    private static final Duration CAPTURE_BEGINS = Duration.ofMillis(80);

    /** Sent again when the capture has not ended by then. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(3);

    private static final Duration SLOW_PART = Duration.ofMillis(20);

    private final SensorWindow window;
    private final FingerSource source;
    private final FingerQueue visitors = new FingerQueue();
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.UNPLUGGED_MID_TRANSFER,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.HUGE_IMAGE,
                            SimulatedFault.SLOW,
                            SimulatedFault.STUCK,
                            SimulatedFault.LIFTED_EARLY,
                            SimulatedFault.PARTIAL_FINGER,
                            SimulatedFault.WET_FINGER,
                            SimulatedFault.DRY_FINGER,
                            SimulatedFault.BLACK_IMAGE));
    private final Path folder;
    private final Path cable;
    private final Path socket;
    private final Thread finger;

    private VirtualReader(FingerSpec spec, FingerSource source, Path folder) throws IOException {
        this.window = new SensorWindow(spec);
        this.source = source;
        this.folder = folder;
        this.cable = Files.createDirectory(folder.resolve("usb"));
        this.socket = cable.resolve("reader");
        this.finger = Thread.ofPlatform().daemon().name("virtual reader").start(this::serve);
    }

    /**
     * @throws IOException when there is no room for its socket
     */
    public static VirtualReader start(FingerSpec spec, FingerSource source) throws IOException {
        return new VirtualReader(spec, source, Files.createTempDirectory("tamga-reader"));
    }

    @Override
    public String at() {
        return socket.toString();
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

    /** The faults to come. */
    public FaultScript script() {
        return script;
    }

    @Override
    public void repair() {
        script.clear();
        visitors.clear();
        try {
            Files.createDirectories(cable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void present() {
        visitors.present(TestVisitor.finger());
    }

    private void unplug() {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(cable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try (VirtualReaderSocket reader =
                        VirtualReaderSocket.connect(socket).orElse(null)) {
                    if (reader != null) {
                        Thread.sleep(CAPTURE_BEGINS);
                        touch(reader);
                    }
                } catch (IOException e) {
                    // The reader was closed meanwhile; the next capture opens it again.
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One capture, from the opened reader to the closed one. */
    private void touch(VirtualReaderSocket reader) throws IOException, InterruptedException {
        Optional<SimulatedFault> fault = script.take();
        while (!reader.isOver()) {
            Optional<View> view =
                    fault.isPresent() ? view(fault.get()) : next(SkinCondition.NORMAL);
            if (fault.isPresent() && view.isEmpty()) {
                misbehave(reader, fault.get());
            }
            if (view.isPresent()) {
                show(reader, view.get(), fault);
                return;
            }
            Thread.sleep(POLL);
            fault = fault.or(script::standing);
        }
    }

    private Optional<View> view(SimulatedFault fault) {
        return switch (fault) {
            case WET_FINGER, DRY_FINGER, PARTIAL_FINGER -> next(SkinCondition.of(fault));
            case SLOW, WRONG_LENGTH -> next(SkinCondition.NORMAL);
            case HUGE_IMAGE -> next(SkinCondition.NORMAL).map(SensorWindow::fourfold);
            case BLACK_IMAGE -> Optional.of(window.black());
            default -> Optional.empty();
        };
    }

    private Optional<View> next(SkinCondition skin) {
        Optional<FingerImage> presented = visitors.next().or(source::next);
        if (presented.isEmpty()) {
            return Optional.empty();
        }
        try (FingerImage shown = presented.get();
                FingerImage worn = skin.applyTo(shown)) {
            return Optional.of(window.of(worn));
        }
    }

    private static void misbehave(VirtualReaderSocket reader, SimulatedFault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case LIFTED_EARLY -> reader.say(VirtualReaderSocket.RETRY, TOO_SHORT);
            case UNPLUGGED -> reader.say(VirtualReaderSocket.ERROR, REMOVED);
            case UNPLUGGED_MID_TRANSFER -> {
                reader.say(VirtualReaderSocket.FINGER, 1);
                reader.say(VirtualReaderSocket.ERROR, REMOVED);
            }
            case STUCK -> reader.say(1, 1);
            default -> {
                // Nobody comes.
                return;
            }
        }
        awaitEnd(reader);
    }

    private static void show(VirtualReaderSocket reader, View view, Optional<SimulatedFault> fault)
            throws IOException, InterruptedException {
        byte[] levels = view.levels();
        boolean slow = fault.filter(is -> is == SimulatedFault.SLOW).isPresent();
        boolean cut = fault.filter(is -> is == SimulatedFault.WRONG_LENGTH).isPresent();
        int part = Math.max(1, levels.length / PARTS);
        try {
            while (!reader.isOver()) {
                ByteBuffer sent =
                        ByteBuffer.wrap(levels, 0, cut ? levels.length / 2 : levels.length);
                reader.image(
                        view.width(), view.height(), sent, slow ? SLOW_PART : Duration.ZERO, part);
                if (cut) {
                    return;
                }
                awaitEnd(reader);
            }
        } finally {
            Arrays.fill(levels, (byte) 0);
        }
    }

    private static void awaitEnd(VirtualReaderSocket reader) throws InterruptedException {
        long deadline = System.nanoTime() + TAKEN_WITHIN.toNanos();
        while (!reader.isOver() && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() {
        finger.interrupt();
        try {
            finger.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        visitors.clear();
        unplug();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
