package org.tamga.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.ballot.BoothKit;
import org.tamga.kiosk.ballot.BoothSetup;
import org.tamga.kiosk.ballot.BoothWindow;
import org.tamga.kiosk.ballot.DemoCards;
import org.tamga.kiosk.control.BoothControl;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.TerminalKit;
import org.tamga.kiosk.sync.UsbDrives;
import org.tamga.station.vault.OfficialCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tamga booth}: the voting terminal, a process of its own. */
@Command(
        name = "booth",
        description = "The booth: activation card, choice, encrypted ballot",
        mixinStandardHelpOptions = true)
final class BoothCommand extends TerminalCommand {

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

    BoothCommand() {
        super(TerminalKind.BOOTH);
    }

    @Override
    Setup setUp(Path provisioned, Path target, List<OfficialCode> codes) {
        return new BoothSetup(provisioned, target, Tamga.clock()).run(codes);
    }

    @Override
    Optional<String> wrongOption(LockedTerminal terminal) {
        return people != null && terminal.electionPackage().kind() == ElectionKind.REAL
                ? Optional.of("cards of a real election are handed out, not drawn")
                : Optional.empty();
    }

    @Override
    Supplier<TerminalWindow> window(LockedTerminal terminal, TerminalKit devices)
            throws IOException {
        var stick =
                exchange == null
                        ? terminal.home().toAbsolutePath().resolveSibling("usb")
                        : exchange;
        var drives = new UsbDrives(List.of(Files.createDirectories(stick)));
        var cards = pack();
        return () ->
                new BoothWindow(
                        terminal,
                        BoothKit.of(devices.devices()),
                        drives::drives,
                        cards,
                        UiThreads.javafx(),
                        Tamga.clock());
    }

    private Optional<Supplier<Optional<String>>> pack() throws IOException {
        return people == null
                ? Optional.empty()
                : Optional.of(DemoCards.open(people.resolve("kits").resolve("cards.jsonl")));
    }

    @Override
    void control(LockedTerminal terminal, TerminalKit devices, BufferedReader in, PrintStream out)
            throws IOException {
        try (var booth =
                new BoothControl(terminal, BoothKit.of(devices.devices()), Tamga.clock())) {
            booth.run(in, out);
        }
    }
}
