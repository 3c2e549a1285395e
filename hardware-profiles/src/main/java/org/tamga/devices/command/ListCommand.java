package org.tamga.devices.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.attached.AttachedDevice;
import org.tamga.devices.attached.AttachedDevices;
import org.tamga.devices.attached.ProfileMatch;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.simulator.FingerQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description =
                "What is attached and which profile fits, the devices of a kit, all known profiles.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Option(names = "--kit", description = "kit name or file (default: ${DEFAULT-VALUE})")
    private String kit = "demo";

    @Option(names = "--sys", hidden = true, description = "another folder than /sys")
    private Path sys = Path.of("/sys");

    @Mixin private Loaded loaded;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    ListCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ProfileCatalogue catalogue = loaded.catalogue();
        Kit chosen = Loaded.orStop(catalogue.kit(kit));
        attached(out, catalogue);
        devices(out, chosen, catalogue);
        out.printf("kits: %s%n", String.join(", ", catalogue.kits()));
        out.println("known profiles:");
        for (DeviceProfile profile : catalogue.profiles()) {
            out.printf("  %-44s verified: %s%n", profile.profile(), profile.verified().how());
        }
    }

    private void attached(PrintWriter out, ProfileCatalogue catalogue) {
        List<AttachedDevice> found = new AttachedDevices(sys, Path.of("/dev")).list();
        out.println("attached to this machine:");
        if (found.isEmpty()) {
            out.println("  nothing on USB and no camera");
        }
        for (AttachedDevice device : found) {
            List<DeviceProfile> fitting = ProfileMatch.of(device, catalogue.profiles());
            String which =
                    fitting.isEmpty()
                            ? "not matched: " + ProfileMatch.whyNot(device, catalogue.profiles())
                            : fitting.stream()
                                    .map(DeviceProfile::profile)
                                    .collect(Collectors.joining(", "));
            out.printf(
                    "  %-9s %-24s %s%n            %s%n",
                    device.usb().orElse("-"), device.place(), device.name(), which);
        }
    }

    private static void devices(PrintWriter out, Kit kit, ProfileCatalogue catalogue) {
        out.printf("kit %s: %s%n", kit.kit(), kit.note());
        var settings = new KitSettings(Path.of("devices-test"), new FingerQueue());
        try (DeviceKit opened = DeviceKit.open(kit, catalogue, settings)) {
            for (DeviceClass held : opened.held()) {
                var device = opened.device(held);
                String state =
                        switch (device.presence()) {
                            case Presence.Attached() -> "attached at " + device.info().id();
                            case Presence.Absent(var fault, var detail) ->
                                    "not attached: %s [%s]".formatted(detail, fault.code());
                        };
                out.printf(
                        "  %-16s %-44s %s%n",
                        held.label(),
                        device.info().profile(),
                        device.info().simulated() ? "SIMULATED" : state);
            }
        }
    }
}
