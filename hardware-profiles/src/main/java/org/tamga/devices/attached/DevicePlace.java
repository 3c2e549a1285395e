package org.tamga.devices.attached;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.profile.DeviceProfile;

/**
 * Where a device of a kit is: where the kit says; else where a device of that make is attached;
 * else where the profile says.
 *
 * @param ofKit null when the kit leaves it to the profile
 */
public record DevicePlace(
        DeviceProfile profile, @Nullable String ofKit, AttachedDevices machine, Hardware hardware) {
    /**
     * Looks anew: a device may have come since, and come back under another name.
     *
     * @param last the place found before, kept while something is there; empty at first
     * @return empty when nobody says where and none is attached
     */
    public String find(String last) {
        if (ofKit != null) {
            return ofKit;
        }
        String usual = Objects.requireNonNullElse(profile.transport().at(), "");
        return isFile() ? file(last).orElse(usual) : usual;
    }

    /** Whether a place is needed and none was found. */
    public boolean isMissing(String found) {
        return found.isEmpty() && isFile();
    }

    /** Ways whose device file may be another one each time. */
    private boolean isFile() {
        return switch (profile.transport().kind()) {
            case SERIAL, CHARACTER_DEVICE, INPUT_EVENTS, VIDEO -> true;
            default -> false;
        };
    }

    private Optional<String> file(String last) {
        if (profile.match() == null) {
            return Optional.empty();
        }
        return isFound(last) && Files.exists(Path.of(last)) && isHardware(last)
                ? Optional.of(last)
                : attached();
    }

    /** What stands in for a device must not hide a real one; alone it is found, and refused. */
    private Optional<String> attached() {
        List<String> places =
                ProfileMatch.find(profile, machine.list()).stream()
                        .sorted(Comparator.comparing(device -> device.usb().isEmpty()))
                        .map(AttachedDevice::place)
                        .filter(found -> !found.isEmpty())
                        .toList();
        return places.stream()
                .filter(this::isHardware)
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private boolean isHardware(String at) {
        return hardware.objection(profile, at).isEmpty();
    }

    /** The profile's usual place is a guess: a device that was recognised is better. */
    private boolean isFound(String last) {
        return !last.isEmpty() && !last.equals(profile.transport().at());
    }
}
