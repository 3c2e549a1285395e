package org.tamga.kiosk.station;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import org.tamga.devices.DeviceKit;
import org.tamga.election.text.Language;
import org.tamga.kiosk.devices.DeviceWords;
import org.tamga.kiosk.devices.DevicesView;
import org.tamga.kiosk.devices.DevicesViewModel;
import org.tamga.kiosk.devices.DocumentListener;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.i18n.Texts;
import org.tamga.kiosk.identify.IdentifyView;
import org.tamga.kiosk.identify.IdentifyViewModel;
import org.tamga.kiosk.identify.SimulatedStrip;
import org.tamga.kiosk.identify.SimulatedVoters;
import org.tamga.kiosk.opening.OpeningView;
import org.tamga.kiosk.opening.OpeningViewModel;
import org.tamga.kiosk.shell.ElectionMark;
import org.tamga.kiosk.shell.Screen;
import org.tamga.kiosk.shell.ShellView;
import org.tamga.kiosk.shell.ShellViewModel;
import org.tamga.kiosk.shell.StatusBarViewModel;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.kiosk.signin.SignInDesk;
import org.tamga.kiosk.signin.SignInResult;
import org.tamga.kiosk.signin.SignInView;
import org.tamga.kiosk.signin.SignInViewModel;
import org.tamga.kiosk.sync.SyncView;
import org.tamga.kiosk.sync.SyncViewModel;
import org.tamga.kiosk.sync.UsbDrives;
import org.tamga.station.store.StoreException;
import org.tamga.station.vault.OfficialCode;

/**
 * The operator terminal's window: sign-in at first, and, once the vault is open, the screens of the
 * day. Built and used on the UI thread.
 */
public final class StationWindow implements TerminalWindow {

    private final LockedTerminal locked;
    private final DeviceKit kit;
    private final Optional<SimulatedVoters> simulatedVoters;
    private final UiThreads threads;
    private final InstantSource clock;
    private final Messages messages = Messages.load();
    private final Texts texts = new Texts(messages, Language.KY);
    private final Widgets widgets = new Widgets(texts);
    private final ShellViewModel shell;
    private final StatusBarViewModel status = new StatusBarViewModel();
    private final ShellView view;
    private final AtomicReference<Optional<StationDesks>> desks =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<StatusWatch>> watch =
            new AtomicReference<>(Optional.empty());
    private final BiConsumer<StationWindow, StationDesks> furtherScreens;

    /**
     * @param simulatedVoters people for the strip of a demonstration
     * @param furtherScreens adds the screens of other packages once the terminal is unlocked
     */
    public StationWindow(
            LockedTerminal locked,
            DeviceKit kit,
            Optional<SimulatedVoters> simulatedVoters,
            UiThreads threads,
            InstantSource clock,
            BiConsumer<StationWindow, StationDesks> furtherScreens) {
        this.locked = locked;
        this.kit = kit;
        this.simulatedVoters = simulatedVoters;
        this.threads = threads;
        this.clock = clock;
        this.furtherScreens = furtherScreens;
        this.shell =
                new ShellViewModel(
                        new ElectionMark(
                                locked.electionPackage().kind(),
                                locked.electionPackage().title(),
                                locked.station().name()),
                        Screen.SIGN_IN);
        this.view = new ShellView(shell, status, widgets);
        status.terminalProperty().set(locked.config().terminalId());
        status.simulatedProperty().set(kit.simulated());
        SignInDesk signIn =
                new SignInDesk(
                        locked.station().officials(),
                        locked.electionPackage().policies().unlockThreshold(),
                        this::unlock);
        view.add(
                Screen.SIGN_IN,
                new SignInView(
                        new SignInViewModel(signIn, threads, officials -> unlocked()), widgets));
    }

    @Override
    public ShellView view() {
        return view;
    }

    @Override
    public ObservableValue<String> title() {
        return texts.of("shell.window.OPERATOR", locked.config().terminalId());
    }

    public ShellViewModel shell() {
        return shell;
    }

    public StatusBarViewModel status() {
        return status;
    }

    public Texts texts() {
        return texts;
    }

    public Widgets widgets() {
        return widgets;
    }

    public UiThreads threads() {
        return threads;
    }

    /** Workflows of the unlocked terminal; empty before sign-in. */
    public Optional<StationDesks> desks() {
        return desks.get();
    }

    private ZoneId zone() {
        return ZoneId.of(locked.electionPackage().timeZone());
    }

    private SignInResult unlock(List<OfficialCode> codes) {
        return switch (StationTerminal.unlock(locked, codes, clock)) {
            case Unlocking.Refused<StationTerminal>(String code) -> new SignInResult.Refused(code);
            case Unlocking.Unlocked<StationTerminal>(StationTerminal terminal) -> {
                desks.set(
                        Optional.of(
                                new StationDesks(
                                        terminal,
                                        kit,
                                        messages,
                                        () -> texts.languageProperty().get(),
                                        clock)));
                yield new SignInResult.SignedIn(
                        codes.stream().map(OfficialCode::officialId).toList());
            }
        };
    }

    private void unlocked() {
        StationDesks unlocked = desks.get().orElseThrow();
        IdentifyViewModel identify =
                new IdentifyViewModel(unlocked.checkIn(), unlocked.chips(), threads, zone());
        view.add(
                Screen.OPENING,
                new OpeningView(
                        new OpeningViewModel(
                                unlocked.opening(), threads, zone(), this::phaseChanged),
                        widgets,
                        () -> shell.open(Screen.IDENTIFY)));
        DocumentListener documents =
                new DocumentListener(kit::documentReader, threads, identify::documentRead);
        view.add(Screen.IDENTIFY, new IdentifyView(identify, documents, widgets));
        view.add(
                Screen.SYNC,
                new SyncView(
                        new SyncViewModel(
                                unlocked.sync(), new UsbDrives(stickFolder()), threads, zone()),
                        widgets));
        view.add(
                Screen.DEVICES,
                new DevicesView(
                        new DevicesViewModel(unlocked.devices(), unlocked.trials(), threads),
                        new DeviceWords(zone()),
                        widgets));
        simulatedVoters.ifPresent(
                voters ->
                        view.addFoot(
                                new SimulatedStrip(voters, identify, shell, threads, widgets)));
        furtherScreens.accept(this, unlocked);
        watch.set(Optional.of(StatusWatch.start(unlocked, shell, status, zone(), threads, clock)));
        phaseChanged();
        shell.open(
                unlocked.terminal().journal().phase() == DayPhase.OPEN
                        ? Screen.IDENTIFY
                        : Screen.OPENING);
    }

    /** In a demonstration a folder {@code usb}, beside the homes or in this one, is the stick. */
    private List<Path> stickFolder() {
        var home = locked.home().toAbsolutePath();
        return kit.simulated()
                ? List.of(home.resolveSibling("usb"), home.resolve("usb"))
                : List.of();
    }

    /** Opens the screens that belong to where the day stands; call it after opening or closing. */
    public void phaseChanged() {
        desks.get().ifPresent(d -> shell.allow(screens(d.terminal().journal().phase())));
    }

    private static Set<Screen> screens(DayPhase phase) {
        Set<Screen> screens = EnumSet.of(Screen.OPENING, Screen.SYNC, Screen.DEVICES);
        switch (phase) {
            case BEFORE_OPENING -> {}
            case OPEN -> screens.addAll(EnumSet.of(Screen.IDENTIFY, Screen.CLOSING));
            case CLOSED ->
                    screens.addAll(EnumSet.of(Screen.CLOSING, Screen.COUNT, Screen.PROTOCOL));
        }
        return screens;
    }

    @Override
    public void report(Throwable failure) {
        shell.report(
                failure instanceof StoreException store
                        ? Optional.of(store.code())
                        : Optional.empty());
    }

    /** Closes the stores; the kit stays its owner's. */
    @Override
    public void close() {
        view.leave();
        watch.get().ifPresent(StatusWatch::close);
        desks.get().ifPresent(StationDesks::close);
    }
}
