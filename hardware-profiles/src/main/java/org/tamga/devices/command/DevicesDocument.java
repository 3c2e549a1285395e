package org.tamga.devices.command;

import java.util.Comparator;
import java.util.List;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.ProfileCatalogue;

/**
 * The text of {@code docs/devices.md}: made from the profiles, so that it cannot promise more than
 * they do.
 */
final class DevicesDocument {
    private DevicesDocument() {}

    static String of(ProfileCatalogue catalogue) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Devices

                        Made from `hardware-profiles/profiles` by `tamga devices document`; do not edit. A kit file
                        (`hardware-profiles/kits`) names the profiles that a station uses and where each is attached.
                        "Verified" says honestly how a profile was tried: *simulator* and *emulator* mean that no
                        hardware was attached.

                        | class | profile | device | way in | verified | note | limits |
                        |---|---|---|---|---|---|---|
                        """);
        catalogue.profiles().stream()
                .sorted(
                        Comparator.comparing(DeviceProfile::deviceClass)
                                .thenComparing(DeviceProfile::profile))
                .forEach(profile -> text.append(row(profile)));
        text.append("\n## Faults\n\nA failed device answers with one of these codes.\n\n");
        text.append("| code | name |\n|---|---|\n");
        for (DeviceFault fault : DeviceFault.values()) {
            String words = fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            text.append("| %s | %s |\n".formatted(fault.code(), words));
        }
        text.append(
                """

                A profile or kit file that is wrong is refused with its file, line and reason: DV-30 not readable,
                DV-31 against the schema, DV-32 name and place differ, DV-33 unknown profile, DV-34 not found,
                DV-35 the name of an installed file is taken.
                """);
        return text.toString();
    }

    private static String row(DeviceProfile profile) {
        DeviceProfile.Transport transport = profile.transport();
        String baud = transport.baud() == null ? "" : ", " + transport.baud() + " baud";
        String path = transport.at() == null ? "" : " `" + transport.at() + "`";
        List<String> limits = profile.limits() == null ? List.of() : profile.limits();
        return "| %s | `%s` | %s | %s%s%s | %s | %s | %s |\n"
                .formatted(
                        profile.deviceClass().label(),
                        profile.profile(),
                        profile.label(),
                        transport.kind().label(),
                        path,
                        baud,
                        profile.verified().how(),
                        profile.verified().note(),
                        String.join("; ", limits));
    }
}
