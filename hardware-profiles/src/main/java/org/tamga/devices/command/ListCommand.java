package org.tamga.devices.command;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.TransportKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Profiles, the devices of a kit and whether they are attached, serial lines.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Option(names = "--kit", description = "kit name or file (default: ${DEFAULT-VALUE})")
    private String kit = "demo";

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    ListCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ProfileCatalogue catalogue = Loaded.catalogue();
        Kit chosen = Loaded.orStop(catalogue.kit(kit));
        out.printf("kit %s: %s%n", chosen.kit(), chosen.note());
        chosen.devices().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(
                        entry -> {
                            Kit.KitDevice device = entry.getValue();
                            DeviceProfile profile = catalogue.find(device.profile()).orElseThrow();
                            String place = device.at();
                            out.printf(
                                    "  %-16s %-38s %s%n",
                                    entry.getKey().label(),
                                    profile.profile(),
                                    state(
                                            profile,
                                            place != null ? place : profile.transport().at()));
                        });
        out.println("known profiles:");
        for (DeviceProfile profile : catalogue.profiles()) {
            out.printf("  %-38s verified: %s%n", profile.profile(), profile.verified().how());
        }
        out.println("serial lines of this machine:");
        for (SerialPort port : SerialPort.getCommPorts()) {
            out.printf("  %s %s%n", port.getSystemPortPath(), port.getDescriptivePortName());
        }
    }

    private static String state(
            DeviceProfile profile, @org.jspecify.annotations.Nullable String place) {
        TransportKind kind = profile.transport().kind();
        if (kind == TransportKind.SIMULATED || kind == TransportKind.FOLDER || place == null) {
            return "SIMULATED";
        }
        Path path = Path.of(place);
        if (!Files.exists(path)) {
            return "not attached: nothing at " + place;
        }
        return kind == TransportKind.SYSFS && isEmpty(path)
                ? "this machine tells no power state"
                : "attached at " + place;
    }

    private static boolean isEmpty(Path folder) {
        try (var listing = Files.list(folder)) {
            return listing.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
