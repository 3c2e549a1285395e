package org.tamga.kiosk.station;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.text.Language;
import org.tamga.kiosk.closing.ClosingView;
import org.tamga.kiosk.closing.ClosingViewModel;
import org.tamga.kiosk.closing.FinalReport;
import org.tamga.kiosk.count.CountView;
import org.tamga.kiosk.count.CountViewModel;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.protocol.ProtocolCopies;
import org.tamga.kiosk.protocol.ProtocolView;
import org.tamga.kiosk.protocol.ProtocolViewModel;
import org.tamga.kiosk.shell.Screen;
import org.tamga.kiosk.sync.UsbDrives;

/** Adds the screens of the evening to an unlocked terminal's window: closing, count, protocol. */
public final class EveningScreens {

    private EveningScreens() {}

    public static void add(StationWindow window, StationDesks desks) {
        closing(window, desks);
        var count = new CountViewModel(desks.count(), desks.terminal().station(), window.threads());
        window.view()
                .add(
                        Screen.COUNT,
                        new CountView(
                                count,
                                window.widgets(),
                                () -> window.shell().open(Screen.PROTOCOL)));
        var copies = new ProtocolCopies(desks.terminal().documents(), desks.kit().pagePrinter());
        var protocol =
                new ProtocolViewModel(
                        desks.protocol(),
                        desks.count(),
                        copies,
                        desks.terminal().station(),
                        desks.terminal().files()::officialKey,
                        desks.kit().signingToken(),
                        window.threads(),
                        window.texts()::now);
        window.view().add(Screen.PROTOCOL, new ProtocolView(protocol, window.widgets()));
    }

    private static void closing(StationWindow window, StationDesks desks) {
        var terminal = desks.terminal();
        var report =
                new FinalReport(
                        terminal.electionPackage(),
                        terminal.station(),
                        terminal.config().terminalId(),
                        Messages.load());
        var drives = new UsbDrives(sticks(desks));
        var model =
                new ClosingViewModel(
                        desks.closing(),
                        terminal.journal(),
                        terminal.station(),
                        report,
                        desks.printing(),
                        window.threads(),
                        () -> language(window),
                        drives::drives,
                        window::phaseChanged);
        window.view()
                .add(
                        Screen.CLOSING,
                        new ClosingView(
                                model, window.widgets(), () -> window.shell().open(Screen.COUNT)));
    }

    private static Language language(StationWindow window) {
        return window.texts().languageProperty().get();
    }

    // In a demonstration the folder usb beside the homes stands for the stick that goes from the
    // booth to the operator.
    private static List<Path> sticks(StationDesks desks) {
        var sticks = new ArrayList<Path>();
        if (desks.kit().simulated()) {
            var home = desks.terminal().locked().home().toAbsolutePath();
            sticks.add(home.resolveSibling("usb"));
            sticks.add(home.resolve("usb"));
        }
        return sticks;
    }
}
