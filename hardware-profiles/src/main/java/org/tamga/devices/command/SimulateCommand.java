package org.tamga.devices.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.KitSettings;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.Simulators;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.TestVisitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = {
            "Stands in for a device until end of input; another program uses it where it says.",
            "Reads lines: present, fault NAME, repair, quit."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PROFILE", description = "e.g. finger-scanner/zfm-20")
    private String profile;

    @Option(names = "--fault", description = "what is broken from the start, e.g. noise")
    private @Nullable String fault;

    @Option(names = "--out", paramLabel = "DIR", description = "for prints: ${DEFAULT-VALUE}")
    private Path out = Path.of("devices-simulated");

    @Option(names = "--fastest", description = "lines as fast as this machine can")
    private boolean fastest;

    @ParentCommand private DevicesCommandLine parent;

    @Mixin private Loaded loaded;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        DeviceProfile known =
                loaded.catalogue()
                        .find(profile)
                        .orElseThrow(() -> wrong("unknown profile '%s'".formatted(profile)));
        PrintWriter print = spec.commandLine().getOut();
        try (Simulator simulator =
                Simulators.start(
                        known,
                        new KitSettings(
                                out.toAbsolutePath().normalize(),
                                Slips.ALL,
                                new FingerQueue(),
                                fastest ? Pace.FASTEST : Pace.REAL))) {
            if (simulator.at().isEmpty()) {
                throw wrong(profile + " works only within a kit");
            }
            if (fault != null) {
                simulator.breakWith(named(fault, simulator.faults()));
            }
            simulator.present();
            print.printf("SIMULATED %s%n", known.label());
            print.printf("in a kit:  %s%n", kitLine(known, simulator.at()));
            keys(known).ifPresent(print::println);
            print.printf("faults: %s%n", names(simulator.faults()));
            print.println("say present, fault NAME, repair or quit");
            print.flush();
            obey(simulator, print);
        }
        return 0;
    }

    private static String kitLine(DeviceProfile known, String at) {
        String trust =
                known.transport().kind() == TransportKind.PCSC
                        ? ", trust: \"%s/trust\"".formatted(at)
                        : "";
        return "%s: {profile: %s, at: \"%s\"%s, simulated: true}"
                .formatted(known.deviceClass().label(), known.profile(), at, trust);
    }

    /** What a person must type to use it. */
    private static Optional<String> keys(DeviceProfile known) {
        return switch (known.deviceClass()) {
            case SIGNING_TOKEN -> Optional.of("PIN: " + new String(TestVisitor.pin()));
            case CHIP_READER ->
                    Optional.of(
                            "document (number, birth, expiry): %s,%s,%s"
                                    .formatted(
                                            TestVisitor.chipAccess().documentNumber(),
                                            TestVisitor.chipAccess().birth(),
                                            TestVisitor.chipAccess().expiry()));
            default -> Optional.empty();
        };
    }

    private void obey(Simulator simulator, PrintWriter print) throws IOException {
        var lines = new BufferedReader(parent.in());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.strip().split(" +", 2);
            switch (words[0]) {
                case "" -> {}
                case "quit" -> {
                    return;
                }
                case "present" -> simulator.present();
                case "repair" -> simulator.repair();
                case "fault" -> {
                    Optional<SimulatedFault> named =
                            words.length < 2
                                    ? Optional.empty()
                                    : find(words[1], simulator.faults());
                    named.ifPresentOrElse(
                            simulator::breakWith,
                            () -> print.printf("faults: %s%n", names(simulator.faults())));
                }
                default -> print.println("say present, fault NAME, repair or quit");
            }
            print.flush();
        }
    }

    private SimulatedFault named(String name, Set<SimulatedFault> faults) {
        return find(name, faults)
                .orElseThrow(
                        () ->
                                wrong(
                                        "%s knows no fault '%s', only %s"
                                                .formatted(profile, name, names(faults))));
    }

    private static Optional<SimulatedFault> find(String name, Set<SimulatedFault> faults) {
        return faults.stream().filter(fault -> name(fault).equals(name)).findFirst();
    }

    private static String names(Set<SimulatedFault> faults) {
        return Arrays.stream(SimulatedFault.values())
                .filter(faults::contains)
                .map(SimulateCommand::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(SimulatedFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
