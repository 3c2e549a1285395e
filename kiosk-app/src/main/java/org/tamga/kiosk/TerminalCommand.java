package org.tamga.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.station.FileProblem;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.OfficialsSecret;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.station.vault.OfficialCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the commands of both terminals share: the home folder, the kit of devices, setup, and the
 * ways to refuse.
 */
abstract class TerminalCommand implements Callable<Integer> {

    private final TerminalKind kind;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--home", description = "The terminal's folder", paramLabel = "DIR")
    private @Nullable Path home;

    @Option(
            names = "--kit",
            description = "The attached devices: a kit's name or file (default: of terminal.json)",
            paramLabel = "NAME|FILE")
    private @Nullable String kit;

    @Option(names = "--simulated", description = "Simulated devices: --kit " + TerminalKit.DEMO)
    private boolean simulated;

    @Option(
            names = "--control",
            description = "Led by commands on standard input, see docs/formats/control.md")
    private boolean control;

    @Option(names = "--full-screen", description = "Fill the screen, without window borders")
    private boolean fullScreen;

    @Option(
            names = "--glimpse",
            hidden = true,
            description = "Close the window as soon as it is drawn")
    private boolean glimpse;

    @Option(
            names = "--corner",
            hidden = true,
            paramLabel = "CORNER",
            description = "Where the window opens: TOP_LEFT or BOTTOM_RIGHT")
    private TerminalWindow.@Nullable Corner corner;

    TerminalCommand(TerminalKind kind) {
        this.kind = kind;
    }

    /** Makes a home folder; the caller closes the codes. */
    abstract Setup setUp(Path provisioned, Path target, List<OfficialCode> codes);

    /** Options that only this terminal has are checked here; the message is for one line. */
    abstract Optional<String> wrongOption(LockedTerminal terminal);

    /** What makes the window; it is called on the UI thread. */
    abstract Supplier<TerminalWindow> window(LockedTerminal terminal, TerminalKit devices)
            throws IOException;

    /** Serves commands until the input ends. */
    abstract void control(
            LockedTerminal terminal, TerminalKit devices, BufferedReader in, PrintStream out)
            throws IOException;

    /** Makes a home folder of the kit that the centre provisioned. */
    @Command(
            name = "setup",
            description = "Set a terminal up from what the centre provisioned",
            mixinStandardHelpOptions = true)
    public int setup(
            @Option(names = "--kit", required = true, paramLabel = "DIR") Path provisioned,
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
            return refused("setup: " + FileProblem.of(codesFile, e), "SU-05");
        }
        try {
            return switch (setUp(provisioned, target, codes)) {
                case Setup.Done(String terminal, int voters) -> {
                    String register =
                            kind == TerminalKind.OPERATOR ? ", " + voters + " voters" : "";
                    out().println("terminal " + terminal + " is set up" + register);
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
        return switch (LockedTerminal.prepare(home, kind, Tamga.clock())) {
            case LockedTerminal.Unusable(String code, String detail) -> refused(detail, code);
            case LockedTerminal.Prepared(LockedTerminal terminal) -> start(terminal);
        };
    }

    private int start(LockedTerminal terminal) {
        if (control && terminal.electionPackage().kind() == ElectionKind.REAL) {
            return refused("a real election is not led over the control protocol", "CO-03");
        }
        Optional<String> wrong = wrongOption(terminal);
        if (wrong.isPresent()) {
            return refused(wrong.get(), "KA-01");
        }
        Optional<String> name = kitName(terminal);
        if (name.isEmpty()) {
            return refused("name the kit of devices: --kit NAME or FILE, or --simulated", "KA-02");
        }
        return switch (TerminalKit.open(name.get(), terminal)) {
            case TerminalKit.Refused(String code, String detail) -> refused(detail, code);
            case TerminalKit.Opened(TerminalKit opened) -> {
                try (opened) {
                    yield control ? controlled(terminal, opened) : shown(terminal, opened);
                }
            }
        };
    }

    private Optional<String> kitName(LockedTerminal terminal) {
        if (simulated && kit != null && !kit.equals(TerminalKit.DEMO)) {
            throw new ParameterException(spec().commandLine(), "say either --simulated or --kit");
        }
        if (kit != null) {
            return Optional.of(kit);
        }
        return simulated
                ? Optional.of(TerminalKit.DEMO)
                : Optional.ofNullable(terminal.config().kit())
                        .or(() -> control ? Optional.of(TerminalKit.DEMO) : Optional.empty());
    }

    private int controlled(LockedTerminal terminal, TerminalKit devices) {
        try {
            control(
                    terminal,
                    devices,
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    System.out);
            return 0;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), "CO-07");
        }
    }

    private int shown(LockedTerminal terminal, TerminalKit devices) {
        if (!TerminalWindow.hasDisplay()) {
            return refused(
                    "there is no display; for a day without one:"
                            + " ./tamga demo --unattended --out DIR",
                    "KA-03");
        }
        try {
            Supplier<TerminalWindow> window = window(terminal, devices);
            if (glimpse) {
                TerminalWindow.glimpse(window);
            } else {
                TerminalWindow.show(fullScreen, Optional.ofNullable(corner), window);
            }
            return 0;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), "KA-05");
        }
    }

    final int refused(String what, String code) {
        String line = what.lines().findFirst().orElse("");
        spec().commandLine()
                .getErr()
                .println(spec().qualifiedName() + ": " + line + " [" + code + "]");
        return Tamga.WRONG_USE;
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the spec before it calls");
        }
        return spec;
    }
}
