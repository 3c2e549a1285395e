package org.tamga.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.control.StationControl;
import org.tamga.kiosk.demo.DrawnDocuments;
import org.tamga.kiosk.demo.SyntheticVoters;
import org.tamga.kiosk.identify.SimulatedVoters;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.EveningScreens;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.StationSetup;
import org.tamga.kiosk.station.StationWindow;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.station.vault.OfficialCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tamga station}: the operator terminal. */
@Command(
        name = "station",
        description = "The operator terminal: identification, count, protocol",
        mixinStandardHelpOptions = true)
final class StationCommand extends TerminalCommand {

    private static final String SEED_AND_COUNT = "-?\\d{1,18}:[1-9]\\d{0,5}";

    @Option(
            names = "--people",
            paramLabel = "SEED:N",
            hidden = true,
            description = "The drawn people of a demonstration step up at the press of a button")
    private @Nullable String people;

    StationCommand() {
        super(TerminalKind.OPERATOR);
    }

    @Override
    Setup setUp(Path provisioned, Path target, List<OfficialCode> codes) {
        return new StationSetup(provisioned, target, Tamga.clock()).run(codes);
    }

    @Override
    Optional<String> wrongOption(LockedTerminal terminal) {
        if (people == null) {
            return Optional.empty();
        }
        if (terminal.electionPackage().kind() == ElectionKind.REAL) {
            return Optional.of("drawn people do not vote in a real election");
        }
        return people.matches(SEED_AND_COUNT)
                ? Optional.empty()
                : Optional.of("--people takes SEED:N");
    }

    @Override
    Supplier<TerminalWindow> window(LockedTerminal terminal, TerminalKit devices) {
        return () ->
                new StationWindow(
                        terminal,
                        devices.devices(),
                        voters(devices),
                        UiThreads.javafx(),
                        Tamga.clock(),
                        EveningScreens::add);
    }

    /** Drawn people step up only where both scanner and camera are simulated. */
    private Optional<SimulatedVoters> voters(TerminalKit kit) {
        var simulation = kit.devices().simulation();
        if (people == null || simulation.of(DeviceClass.FINGER_SCANNER).isEmpty()) {
            return Optional.empty();
        }
        String[] parts = people.split(":", 2);
        return simulation
                .scene()
                .map(
                        scene ->
                                new SyntheticVoters(
                                        Long.parseLong(parts[0]),
                                        Integer.parseInt(parts[1]),
                                        kit.glass(),
                                        scene::look,
                                        DrawnDocuments.of(simulation)));
    }

    @Override
    void control(LockedTerminal terminal, TerminalKit devices, BufferedReader in, PrintStream out)
            throws IOException {
        try (var station = new StationControl(terminal, devices, Tamga.clock())) {
            station.run(in, out);
        }
    }
}
