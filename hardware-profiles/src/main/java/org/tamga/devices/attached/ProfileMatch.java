package org.tamga.devices.attached;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.attached.AttachedDevice.Bus;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.TransportKind;

/** Which profile describes an attached device, and why none does. */
public final class ProfileMatch {
    private ProfileMatch() {}

    /** Profiles whose rule the device meets. */
    public static List<DeviceProfile> of(
            AttachedDevice device, Collection<DeviceProfile> profiles) {
        return profiles.stream().filter(profile -> matches(device, profile)).toList();
    }

    /** The attached devices that meet the profile's rule. */
    public static List<AttachedDevice> find(
            DeviceProfile profile, Collection<AttachedDevice> attached) {
        return attached.stream().filter(device -> matches(device, profile)).toList();
    }

    /** One English line for a device that no profile matches. */
    public static String whyNot(AttachedDevice device, Collection<DeviceProfile> profiles) {
        boolean anyOfThisBus =
                profiles.stream().anyMatch(p -> bus(p).filter(device.bus()::equals).isPresent());
        if (!anyOfThisBus) {
            return "no profile is for devices of this kind";
        }
        return switch (device.bus()) {
            case SERIAL, PRINTER ->
                    "no profile names %s: name the right profile and this place in a kit"
                            .formatted(device.usb().orElse("it"));
            case VIDEO, INPUT, USB ->
                    "no profile names %s".formatted(device.usb().orElse("a device without USB id"));
        };
    }

    private static boolean matches(AttachedDevice device, DeviceProfile profile) {
        var rule = profile.match();
        return rule != null
                && bus(profile).filter(device.bus()::equals).isPresent()
                && meetsDriver(rule, device)
                && (rule.usb() == null || device.usb().filter(rule.usb()::contains).isPresent())
                && meetsGlob(rule.byId(), device.place())
                && (rule.name() == null
                        || Pattern.compile(rule.name()).matcher(device.name()).find());
    }

    /**
     * The kernel's driver of a device file. A library's own name for its driver, on bare USB, tells
     * nothing by itself.
     */
    private static boolean meetsDriver(DeviceProfile.Match rule, AttachedDevice device) {
        return device.bus() == Bus.USB
                ? rule.usb() != null || rule.byId() != null || rule.name() != null
                : rule.driver() == null || rule.driver().equals(device.driver());
    }

    private static boolean meetsGlob(@Nullable String glob, String place) {
        if (glob == null) {
            return true;
        }
        Path name = Path.of(place).getFileName();
        return name != null
                && FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(name);
    }

    private static Optional<Bus> bus(DeviceProfile profile) {
        TransportKind kind = profile.transport().kind();
        return switch (kind) {
            case SERIAL -> Optional.of(Bus.SERIAL);
            case CHARACTER_DEVICE -> Optional.of(Bus.PRINTER);
            case VIDEO -> Optional.of(Bus.VIDEO);
            case INPUT_EVENTS -> Optional.of(Bus.INPUT);
            case LIBFPRINT, PCSC -> Optional.of(Bus.USB);
            case SIMULATED, MJPEG, FOLDER, SYSFS, SBI, CUPS, PKCS11, PKCS12 -> Optional.empty();
        };
    }
}
