package org.tamga.kiosk.ballot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.election.text.Language;
import org.tamga.kiosk.devices.DocumentListener;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.i18n.Texts;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.kiosk.signin.SignInDesk;
import org.tamga.kiosk.signin.SignInResult;
import org.tamga.kiosk.signin.SignInView;
import org.tamga.kiosk.signin.SignInViewModel;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.station.store.StoreException;
import org.tamga.station.vault.OfficialCode;

/**
 * The booth's window from locked to closed: officials unlock, voters vote, officials come back with
 * their codes.
 */
public final class BoothWindow implements TerminalWindow {
    private static final Language FIRST = Language.KY;

    private final LockedTerminal locked;
    private final BoothKit kit;
    private final Supplier<List<Path>> drives;
    private final UiThreads threads;
    private final InstantSource clock;
    private final Messages messages = Messages.load();
    private final Texts texts = new Texts(messages, FIRST);
    private final Widgets widgets = new Widgets(texts);
    private final BoothFrame frame;
    private final DocumentListener listener;
    private final ReadOnlyBooleanWrapper unlocked = new ReadOnlyBooleanWrapper(this, "unlocked");
    private @Nullable SignInViewModel signIn;
    private @Nullable BoothTerminal terminal;
    private @Nullable VotingViewModel voting;
    private @Nullable VotingView votingView;
    private @Nullable OfficialsViewModel officials;

    /**
     * @param drives sticks and exchange folders for the closing files
     * @param demoCards next card of a demonstration's pack; absent with real cards
     */
    public BoothWindow(
            LockedTerminal locked,
            BoothKit kit,
            Supplier<List<Path>> drives,
            Optional<Supplier<Optional<String>>> demoCards,
            UiThreads threads,
            InstantSource clock) {
        this.locked = locked;
        this.kit = kit;
        this.drives = drives;
        this.threads = threads;
        this.clock = clock;
        this.listener = new DocumentListener(kit::cards, threads, this::heard);
        this.frame = new BoothFrame(locked, kit.simulated(), widgets, this::askOfficials);
        demoCards.ifPresent(
                cards ->
                        frame.setDemoStrip(() -> cards.get().ifPresent(this::presented), unlocked));
        frame.show(signIn(this::unlock, this::opened), false);
    }

    @Override
    public Parent view() {
        return frame;
    }

    @Override
    public ObservableValue<String> title() {
        return texts.of("shell.window.BOOTH", locked.config().terminalId());
    }

    public Texts texts() {
        return texts;
    }

    /** What the voter sees, once the booth is unlocked. */
    public Optional<VotingViewModel> voting() {
        return Optional.ofNullable(voting);
    }

    public ReadOnlyBooleanProperty unlockedProperty() {
        return unlocked.getReadOnlyProperty();
    }

    private SignInView signIn(
            java.util.function.Function<List<OfficialCode>, SignInResult> unlocking,
            java.util.function.Consumer<List<String>> signedIn) {
        var desk =
                new SignInDesk(
                        locked.station().officials(),
                        locked.electionPackage().policies().unlockThreshold(),
                        unlocking);
        var model = new SignInViewModel(desk, threads, signedIn);
        signIn = model;
        return new SignInView(model, widgets);
    }

    private SignInResult unlock(List<OfficialCode> codes) {
        return switch (BoothTerminal.unlock(locked, codes, clock)) {
            case Unlocking.Refused<BoothTerminal>(String code) -> new SignInResult.Refused(code);
            case Unlocking.Unlocked<BoothTerminal>(BoothTerminal opened) -> {
                terminal = opened;
                yield new SignInResult.SignedIn(ids(codes));
            }
        };
    }

    private SignInResult recognise(List<OfficialCode> codes) {
        return BoothTerminal.opens(locked, codes)
                ? new SignInResult.SignedIn(ids(codes))
                : new SignInResult.Refused("VT-01");
    }

    private static List<String> ids(List<OfficialCode> codes) {
        return codes.stream().map(OfficialCode::officialId).toList();
    }

    private void opened(List<String> ids) {
        BoothTerminal opened = terminal;
        if (opened == null) {
            throw new IllegalStateException("signed in to a locked booth");
        }
        var desk = new BoothDesk(opened, kit, messages);
        Supplier<Language> language = () -> texts.languageProperty().get();
        var model = new VotingViewModel(opened.desk(), desk, threads, language, this::ended);
        voting = model;
        votingView = new VotingView(model, widgets);
        officials = new OfficialsViewModel(desk, threads, language, drives);
        frame.follow(model);
        unlocked.set(true);
        if (desk.isOpen()) {
            welcome();
        } else {
            showOfficials();
        }
    }

    private void welcome() {
        if (votingView != null) {
            frame.show(votingView, true);
            listener.start();
        }
    }

    private void ended() {
        texts.languageProperty().set(FIRST);
    }

    private void heard(DocumentReading reading) {
        if (reading instanceof DocumentReading.Read read && !read.lines().isEmpty()) {
            presented(String.join("", read.lines()).strip());
        }
    }

    private void presented(String card) {
        if (voting != null && frame.isVoting()) {
            voting.present(card);
        }
    }

    // Only between voters: the button is there on the welcome alone.
    private void askOfficials() {
        listener.stop();
        frame.show(signIn(this::recognise, ids -> showOfficials()), false);
        frame.offerReturn(this::welcome);
    }

    private void showOfficials() {
        if (officials != null) {
            signIn = null;
            frame.show(new OfficialsView(officials, widgets, this::welcome), false);
        }
    }

    /**
     * An unexpected failure: before voters the vote in hand ends and its card stays good; before
     * officials their screen says it.
     */
    @Override
    public void report(Throwable failure) {
        var code = failure instanceof StoreException store ? store.code() : "KA-00";
        if (voting != null && frame.isVoting()) {
            voting.fail(code);
        } else if (signIn != null) {
            signIn.fail(code);
        } else if (officials != null) {
            officials.fail(code);
        }
    }

    /** Ends waiting for cards and closes every store; the kit stays its owner's. */
    @Override
    public void close() {
        listener.stop();
        if (terminal != null) {
            terminal.close();
        }
    }
}
