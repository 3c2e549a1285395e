package org.tamga.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.control.StationControl;
import org.tamga.kiosk.demo.SyntheticVoters;
import org.tamga.kiosk.identify.SimulatedVoters;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.OfficialsSecret;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationApplication;
import org.tamga.kiosk.station.StationSetup;
import org.tamga.station.vault.OfficialCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tamga station}: the operator terminal. */
@Command(
        name = "station",
        description = "The operator terminal: identification, count, protocol",
        mixinStandardHelpOptions = true)
final class StationCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--home", description = "The terminal's folder", paramLabel = "DIR")
    private @Nullable Path home;

    @Option(names = "--simulated", description = "Simulated devices instead of attached ones")
    private boolean simulated;

    @Option(
            names = "--people",
            paramLabel = "SEED:N",
            hidden = true,
            description = "The drawn people of a demonstration step up at the press of a button")
    private @Nullable String people;

    @Option(
            names = "--control",
            description = "Led by commands on standard input, see docs/formats/control.md")
    private boolean control;

    @Option(names = "--full-screen", description = "Fill the screen, without window borders")
    private boolean fullScreen;

    /** Makes a home folder of the kit that the centre provisioned. */
    @Command(name = "setup", description = "Set a terminal up from its kit")
    int setup(
            @Option(names = "--kit", required = true, paramLabel = "DIR") Path kit,
            @Option(names = "--home", required = true, paramLabel = "DIR") Path target,
            @Option(
                            names = "--codes",
                            required = true,
                            paramLabel = "FILE",
                            description = "The officials' codes (officials.secret)")
                    Path codesFile) {
        List<OfficialCode> codes;
        try {
            codes = OfficialsSecret.read(codesFile);
        } catch (IOException e) {
            return refused("setup: " + codesFile + ": " + e.getMessage(), "SU-05");
        }
        try {
            return switch (new StationSetup(kit, target, Tamga.clock()).run(codes)) {
                case Setup.Done(String terminal, int voters) -> {
                    out().println("terminal " + terminal + " is set up, " + voters + " voters");
                    yield 0;
                }
                case Setup.Refused(String code, String detail) -> refused("setup: " + detail, code);
            };
        } finally {
            codes.forEach(OfficialCode::close);
        }
    }

    @Override
    public Integer call() {
        if (home == null) {
            return refused("--home is missing", "KA-01");
        }
        if (!simulated && !control) {
            return refused(
                    "kits of real devices are started with their kit file; use --simulated",
                    "KA-02");
        }
        return switch (LockedTerminal.prepare(home, TerminalKind.OPERATOR, Tamga.clock())) {
            case LockedTerminal.Unusable(String code, String detail) -> refused(detail, code);
            case LockedTerminal.Prepared(LockedTerminal terminal) -> {
                if (control) {
                    yield controlled(terminal);
                }
                if (!StationApplication.hasDisplay()) {
                    yield refused(
                            "there is no display; for a day without one:"
                                    + " ./tamga demo --unattended --out DIR",
                            "KA-03");
                }
                SimulatedKit kit = SimulatedKit.in(home);
                StationApplication.show(
                        terminal,
                        kit.kit(),
                        simulatedVoters(terminal, kit),
                        fullScreen,
                        Tamga.clock());
                yield 0;
            }
        };
    }

    private Optional<SimulatedVoters> simulatedVoters(LockedTerminal terminal, SimulatedKit kit) {
        if (people == null || terminal.electionPackage().kind() == ElectionKind.REAL) {
            return Optional.empty();
        }
        String[] parts = people.split(":", 2);
        return Optional.of(
                new SyntheticVoters(
                        Long.parseLong(parts[0]),
                        Integer.parseInt(parts[1]),
                        kit.fingers(),
                        kit.camera()));
    }

    private int controlled(LockedTerminal terminal) {
        if (terminal.electionPackage().kind() == ElectionKind.REAL) {
            return refused("a real election is not led over the control protocol", "CO-03");
        }
        try (var station =
                new StationControl(terminal, SimulatedKit.in(terminal.home()), Tamga.clock())) {
            station.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    System.out);
            return 0;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), "CO-07");
        }
    }

    private int refused(String what, String code) {
        err().println("tamga station: " + what.lines().findFirst().orElse("") + " [" + code + "]");
        return Tamga.WRONG_USE;
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the spec before it calls");
        }
        return spec;
    }
}
