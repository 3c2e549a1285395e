package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mains and a battery as the kernel describes them, in a folder of the simulator's own. */
public final class PowerFolder implements Simulator {
    private static final int CHARGE = 87;

    private final Path folder;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.STUCK));

    private @Nullable RandomAccessFile silent;

    private PowerFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder is created, with what stood in it deleted
     */
    public static PowerFolder start(Path folder) throws IOException {
        PowerFolder power = new PowerFolder(folder.toAbsolutePath());
        power.wipe();
        power.mains(true, CHARGE);
        return power;
    }

    /** The cable is in or out, and the battery so full. */
    public synchronized void mains(boolean pluggedIn, int percent) throws IOException {
        supply("AC", Map.of("type", "Mains", "online", pluggedIn ? "1" : "0"));
        supply(
                "BAT0",
                Map.of(
                        "type",
                        "Battery",
                        "present",
                        "1",
                        "status",
                        pluggedIn ? "Charging" : "Discharging",
                        "capacity",
                        Integer.toString(percent),
                        "energy_full",
                        "50000000",
                        "energy_now",
                        Long.toString(500_000L * percent)));
    }

    private void supply(String name, Map<String, String> files) throws IOException {
        Path supply = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(supply.resolve(file.getKey()), file.getValue() + "\n");
        }
    }

    @Override
    public String at() {
        return folder.toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        try {
            switch (fault) {
                case UNPLUGGED -> mains(false, CHARGE);
                case WRONG_LENGTH -> {
                    String garbage = "\u0000~".repeat(100_000);
                    for (String supply : new String[] {"AC", "BAT0"}) {
                        Files.writeString(folder.resolve(supply).resolve("type"), garbage);
                    }
                }
                // Nothing ever comes out of it, as of a driver whose hardware is silent.
                case STUCK -> {
                    Path capacity = folder.resolve("BAT0/capacity");
                    Files.delete(capacity);
                    silent = NamedPipe.make(capacity);
                }
                default -> throw new IllegalStateException(fault.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void repair() {
        script.clear();
        try {
            wipe();
            mains(true, CHARGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void present() {
        // Power is there without being asked.
    }

    /** Whoever waits for a silent driver goes on. */
    private void wipe() throws IOException {
        if (silent != null) {
            Files.deleteIfExists(folder.resolve("BAT0/capacity"));
            silent.close();
            silent = null;
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            wipe();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
