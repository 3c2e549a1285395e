package org.tamga.devices.power;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.link.Inquiry;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.Presence;

/** Power as the Linux kernel tells it: one folder per supply with small files. */
final class SysfsPowerSupply implements PowerSupply {
    /** Values are words and numbers; more is garbage. */
    private static final int LONGEST_VALUE = 64;

    private static final int MOST_SUPPLIES = 64;

    /** The kernel asks a battery over a slow bus for some of the values. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(2);

    private final DeviceInfo info;
    private final Path folder;
    private final PowerSpec spec;
    private final Inquiry<PowerState> reading =
            new Inquiry<>("power", LONGEST_READING, this::readFiles);

    SysfsPowerSupply(DeviceInfo info, Path folder, PowerSpec spec) {
        this.info = info;
        this.folder = folder;
        this.spec = spec;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return Files.isDirectory(folder)
                ? new Presence.Attached()
                : new Presence.Absent(DeviceFault.NOT_FOUND, folder + " does not exist");
    }

    @Override
    public int lowPercent() {
        return spec.lowPercent();
    }

    @Override
    public PowerState read() {
        return reading.ask()
                .orElseGet(
                        () ->
                                new PowerState.Unknown(
                                        DeviceFault.OFFLINE, "the power supply does not answer"));
    }

    private PowerState readFiles() {
        try (var listing = Files.list(folder)) {
            List<Supply> supplies =
                    listing.sorted()
                            .limit(MOST_SUPPLIES)
                            .map(supply -> Supply.of(file -> value(supply.resolve(file))))
                            .toList();
            return Supplies.together(supplies);
        } catch (IOException e) {
            return new PowerState.Unknown(
                    DeviceFault.NOT_FOUND, "this machine does not tell its power state");
        }
    }

    /** A file may be missing, and reading one may fail while its device goes away. */
    private static Optional<String> value(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_VALUE);
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
