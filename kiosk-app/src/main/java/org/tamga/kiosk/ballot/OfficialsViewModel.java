package org.tamga.kiosk.ballot;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.store.BoxCounts;

/** The officials' menu of a booth: only totals, and the few things they may do. */
public final class OfficialsViewModel {

    /** Where the booth stands in the day. */
    public enum BoothPhase {
        BEFORE_OPENING,
        OPEN,
        CLOSED
    }

    private final BoothDesk desk;
    private final UiThreads threads;
    private final Supplier<Language> language;
    private final Supplier<List<Path>> drives;
    private final ReadOnlyObjectWrapper<BoothPhase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", BoothPhase.BEFORE_OPENING);
    private final ReadOnlyObjectWrapper<BoxCounts> counts =
            new ReadOnlyObjectWrapper<>(this, "counts", new BoxCounts(0, 0, 0));
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<Path> foldersView =
            FXCollections.unmodifiableObservableList(folders);
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();

    private record Seen(BoothPhase phase, BoxCounts counts, List<Path> folders, Message answer) {}

    /**
     * @param drives sticks and exchange folders that may be written to
     */
    public OfficialsViewModel(
            BoothDesk desk,
            UiThreads threads,
            Supplier<Language> language,
            Supplier<List<Path>> drives) {
        this.desk = desk;
        this.threads = threads;
        this.language = language;
        this.drives = drives;
    }

    public ReadOnlyObjectProperty<BoothPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BoxCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ObservableList<Path> folders() {
        return foldersView;
    }

    public ObjectProperty<@Nullable Path> folderProperty() {
        return folder;
    }

    public void refresh() {
        run(() -> Message.NONE);
    }

    public void openBooth() {
        run(
                () -> {
                    desk.open();
                    return Message.of("ballot.officials.opened");
                });
    }

    /** Closes the box for good and prints the closing slip. */
    public void closeBooth() {
        Language printed = language.get();
        run(
                () -> {
                    desk.close();
                    return printed(desk.printClosing(printed));
                });
    }

    public void printAgain() {
        Language printed = language.get();
        run(() -> printed(desk.printClosing(printed)));
    }

    /** Writes the closing files to the chosen folder. */
    public void export() {
        Path chosen = folder.get();
        if (chosen == null) {
            answer.set(Message.of("ballot.officials.noFolder"));
            return;
        }
        run(
                () ->
                        switch (desk.exportTo(chosen)) {
                            case BoothDesk.Written(Path written) ->
                                    Message.of("ballot.officials.written", written.toString());
                            case BoothDesk.NotWritten(String code) -> Message.ofCode(code);
                        });
    }

    private static Message printed(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> Message.of("ballot.officials.closed");
            case PrintResult.Failed failed ->
                    Message.of(
                            "ballot.officials.slipFailed", Message.ofCode(failed.fault().code()));
        };
    }

    private void run(Supplier<Message> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        threads.run(
                () -> {
                    Message said = work.get();
                    return new Seen(phaseNow(), desk.counts(), drives.get(), said);
                },
                () -> busy.set(false),
                this::show);
    }

    /** Tells of a failure that no code could cure. */
    public void fail(String code) {
        answer.set(Message.ofCode(code));
    }

    private BoothPhase phaseNow() {
        if (desk.isClosed()) {
            return BoothPhase.CLOSED;
        }
        return desk.isOpen() ? BoothPhase.OPEN : BoothPhase.BEFORE_OPENING;
    }

    private void show(Seen seen) {
        phase.set(seen.phase());
        counts.set(seen.counts());
        answer.set(seen.answer());
        folders.setAll(seen.folders());
        if (folder.get() == null && !seen.folders().isEmpty()) {
            folder.set(seen.folders().getFirst());
        }
    }
}
