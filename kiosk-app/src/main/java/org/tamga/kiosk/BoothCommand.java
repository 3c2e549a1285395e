package org.tamga.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.ballot.BoothApplication;
import org.tamga.kiosk.ballot.BoothKit;
import org.tamga.kiosk.ballot.BoothSetup;
import org.tamga.kiosk.ballot.DemoCards;
import org.tamga.kiosk.control.BoothControl;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.OfficialsSecret;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.StationApplication;
import org.tamga.kiosk.sync.UsbDrives;
import org.tamga.station.vault.OfficialCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tamga booth}: the voting terminal, a process of its own. */
@Command(
        name = "booth",
        description = "The booth: activation card, choice, encrypted ballot",
        mixinStandardHelpOptions = true)
final class BoothCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--home", description = "The booth's folder", paramLabel = "DIR")
    private @Nullable Path home;

    @Option(names = "--simulated", description = "Simulated devices instead of attached ones")
    private boolean simulated;

    @Option(
            names = "--people",
            description = "A demonstration's folder: its pack of cards is drawn by a button",
            paramLabel = "DIR")
    private @Nullable Path people;

    @Option(
            names = "--exchange",
            description = "A folder that stands for a stick (default: usb beside the home)",
            paramLabel = "DIR")
    private @Nullable Path exchange;

    @Option(
            names = "--control",
            description = "Led by commands on standard input, see docs/formats/control.md")
    private boolean control;

    @Option(names = "--full-screen", description = "Fill the screen, without window borders")
    private boolean fullScreen;

    /** Makes a home folder of the kit that the centre provisioned. */
    @Command(name = "setup", description = "Set a booth up from its kit")
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
            return switch (new BoothSetup(kit, target, Tamga.clock()).run(codes)) {
                case Setup.Done(String terminal, int _) -> {
                    out().println("booth " + terminal + " is set up");
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
        return switch (LockedTerminal.prepare(home, TerminalKind.BOOTH, Tamga.clock())) {
            case LockedTerminal.Unusable(String code, String detail) -> refused(detail, code);
            case LockedTerminal.Prepared(LockedTerminal terminal) ->
                    control ? controlled(terminal) : window(terminal);
        };
    }

    private int controlled(LockedTerminal terminal) {
        if (terminal.electionPackage().kind() == ElectionKind.REAL) {
            return refused("a real election is not led over the control protocol", "CO-03");
        }
        try (var booth =
                new BoothControl(
                        terminal, BoothKit.simulated(terminal.home()).kit(), Tamga.clock())) {
            booth.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    System.out);
            return 0;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), "CO-07");
        }
    }

    private int window(LockedTerminal terminal) {
        if (people != null && terminal.electionPackage().kind() == ElectionKind.REAL) {
            return refused("cards of a real election are handed out, not drawn", "BO-04");
        }
        if (!StationApplication.hasDisplay()) {
            return refused(
                    "there is no display; for a day without one:"
                            + " ./tamga demo --unattended --out DIR",
                    "KA-03");
        }
        try {
            var stick =
                    exchange == null
                            ? terminal.home().toAbsolutePath().resolveSibling("usb")
                            : exchange;
            var drives = new UsbDrives(List.of(Files.createDirectories(stick)));
            BoothApplication.show(
                    terminal,
                    BoothKit.simulated(terminal.home()).kit(),
                    drives::drives,
                    pack(),
                    fullScreen,
                    Tamga.clock());
            return 0;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()), "BO-05");
        }
    }

    private Optional<Supplier<Optional<String>>> pack() throws IOException {
        return people == null
                ? Optional.empty()
                : Optional.of(DemoCards.open(people.resolve("kits").resolve("cards.jsonl")));
    }

    private int refused(String what, String code) {
        err().println("tamga booth: " + what.lines().findFirst().orElse("") + " [" + code + "]");
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
