package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.tamga.devices.scanner.FingerSpec;

/**
 * A finger on libfprint's virtual image reader, with the size and resolution of a profile. The
 * library's core is the real one; the maker's driver is not run. The reader's folder is its cable:
 * while the reader is unplugged there is none, from either fault of the cable until {@link
 * #repair}. A stuck reader is one whose driver stands still in the midst of whatever it does.
 */
public final class VirtualReader implements ScriptedSimulator {
    private static final Duration POLL = Duration.ofMillis(10);

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
    private final VirtualTouch touch;
    private final StoppedDrivers drivers;
    private final Thread finger;

    private VirtualReader(FingerSpec spec, FingerSource source, Path folder) throws IOException {
        this.touch =
                new VirtualTouch(
                        new SensorWindow(spec),
                        script,
                        () -> visitors.next().or(source::next),
                        this::unplug);
        this.folder = folder;
        this.cable = Files.createDirectory(folder.resolve("usb"));
        this.socket = cable.resolve("reader");
        this.drivers = new StoppedDrivers(socket);
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
    public void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            unplug();
        }
        holdIfStuck();
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void repair() {
        script.clear();
        visitors.clear();
        drivers.goOn();
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

    /** Also a driver that was started meanwhile. */
    private void holdIfStuck() {
        if (script.standing().filter(SimulatedFault.STUCK::equals).isPresent()) {
            drivers.stop();
        }
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
                holdIfStuck();
                try (VirtualReaderSocket reader =
                        VirtualReaderSocket.connect(socket).orElse(null)) {
                    if (reader != null) {
                        touch.during(reader);
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

    @Override
    public void close() {
        finger.interrupt();
        try {
            finger.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        touch.lift();
        visitors.clear();
        unplug();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
