package org.tamga.devices.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.Presence;

/**
 * Power as the Linux kernel tells it: one folder per supply with files type, online, status,
 * capacity.
 */
final class SysfsPowerSupply implements PowerSupply {
    private final DeviceInfo info;
    private final Path folder;

    SysfsPowerSupply(DeviceInfo info, Path folder) {
        this.info = info;
        this.folder = folder;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return read() instanceof PowerState.Unknown(String reason)
                ? new Presence.Absent(DeviceFault.NOT_FOUND, reason)
                : new Presence.Attached();
    }

    @Override
    public PowerState read() {
        List<Path> supplies;
        try (var listing = Files.list(folder)) {
            supplies = listing.sorted().toList();
        } catch (IOException e) {
            return new PowerState.Unknown("this machine does not tell its power state");
        }
        OptionalInt charge =
                supplies.stream()
                        .filter(s -> is(s, "type", "Battery") || is(s, "type", "UPS"))
                        .map(s -> value(s, "capacity").filter(c -> c.matches("\\d{1,3}")))
                        .flatMap(Optional::stream)
                        .mapToInt(c -> Math.clamp(Integer.parseInt(c), 0, 100))
                        .min();
        boolean discharging = supplies.stream().anyMatch(s -> is(s, "status", "Discharging"));
        boolean mains =
                supplies.stream().anyMatch(s -> is(s, "type", "Mains") && is(s, "online", "1"));
        if (discharging && !mains && charge.isPresent()) {
            return new PowerState.Battery(charge.getAsInt());
        }
        return mains || charge.isPresent() && !discharging
                ? new PowerState.Mains(charge)
                : new PowerState.Unknown("no power supply is described");
    }

    private static boolean is(Path supply, String file, String expected) {
        return value(supply, file).filter(expected::equals).isPresent();
    }

    private static Optional<String> value(Path supply, String file) {
        try {
            return Optional.of(Files.readString(supply.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
