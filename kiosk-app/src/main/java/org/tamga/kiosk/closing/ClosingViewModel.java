package org.tamga.kiosk.closing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.PrintResult;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SlipPrinting;
import org.tamga.kiosk.station.StationJournal;

/** Closing in three steps: end identification, final slip, the booths' statements. */
public final class ClosingViewModel {
    private final ClosingDesk desk;
    private final StationJournal journal;
    private final Station station;
    private final FinalReport report;
    private final SlipPrinting printing;
    private final UiThreads threads;
    private final Supplier<Language> language;
    private final Supplier<List<Path>> drives;
    private final Runnable phaseChanged;
    private final ReadOnlyObjectWrapper<State> state;
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<Path> foldersView =
            FXCollections.unmodifiableObservableList(folders);
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();

    /**
     * What the journal says.
     *
     * @param booths ballots cast by booth; a booth that is not imported yet is absent
     */
    public record State(boolean closed, StationCounters counters, Map<String, Long> booths) {
        public State {
            booths = Map.copyOf(booths);
        }

        public long cast() {
            return booths.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Seen(State state, List<Path> folders, Message answer) {}

    /**
     * @param drives sticks and exchange folders on which a booth's files may lie
     * @param phaseChanged called on the UI thread once the station is closed
     */
    public ClosingViewModel(
            ClosingDesk desk,
            StationJournal journal,
            Station station,
            FinalReport report,
            SlipPrinting printing,
            UiThreads threads,
            Supplier<Language> language,
            Supplier<List<Path>> drives,
            Runnable phaseChanged) {
        this.desk = desk;
        this.journal = journal;
        this.station = station;
        this.report = report;
        this.printing = printing;
        this.threads = threads;
        this.language = language;
        this.drives = drives;
        this.phaseChanged = phaseChanged;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", stateNow());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** True while the question waits for its answer: closing cannot be taken back. */
    public BooleanProperty askingProperty() {
        return asking;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The station's booths. */
    public List<String> booths() {
        return station.terminals().stream()
                .filter(terminal -> terminal.kind() == TerminalKind.BOOTH)
                .map(terminal -> terminal.id())
                .toList();
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

    public void ask() {
        asking.set(true);
    }

    public void dismiss() {
        asking.set(false);
    }

    /** Ends identification and prints the final slip. */
    public void close() {
        asking.set(false);
        Language spoken = language.get();
        run(
                () ->
                        switch (desk.close()) {
                            case ClosingDesk.Closed _ -> print(spoken);
                            case ClosingDesk.NotClosed(String code) -> Message.ofCode(code);
                        });
    }

    /** Prints the final slip again, with the booths imported meanwhile. */
    public void printFinal() {
        Language spoken = language.get();
        run(() -> print(spoken));
    }

    /** Takes over every statement of a booth of this station that lies in the chosen folder. */
    public void importBooths() {
        Path chosen = folder.get();
        if (chosen == null) {
            answer.set(Message.of("closing.noFolder"));
            return;
        }
        run(() -> imported(chosen));
    }

    private Message imported(Path chosen) {
        try {
            var found = BoothStatements.in(chosen, station.id());
            var said = Message.of("closing.nothingFound");
            for (var statement : found) {
                said = said(desk.importBooth(statement.statement(), statement.sealed()));
            }
            return said;
        } catch (IOException e) {
            return Message.ofCode("CL-08");
        }
    }

    private static Message said(ClosingDesk.BoothImport imported) {
        return switch (imported) {
            case ClosingDesk.Imported taken ->
                    Message.of(
                            "closing.imported", taken.closing().terminal(), taken.closing().cast());
            case ClosingDesk.NotImported(String code) -> Message.ofCode(code);
        };
    }

    private Message print(Language spoken) {
        Instant closedAt =
                journal.last(EventType.STATION_CLOSED).map(e -> e.at()).orElse(Instant.EPOCH);
        var slip = report.slip(desk.counters(), closedAt, new TreeMap<>(desk.imported()), spoken);
        return switch (printing.print(slip)) {
            case PrintResult.Printed _ -> Message.of("closing.printed");
            case PrintResult.Failed failed ->
                    Message.of("closing.notPrinted", Message.ofCode(failed.fault().code()));
        };
    }

    private State stateNow() {
        return new State(
                journal.last(EventType.STATION_CLOSED).isPresent(),
                desk.counters(),
                desk.imported());
    }

    private void run(Supplier<Message> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        threads.run(
                () -> {
                    Message said = work.get();
                    return new Seen(stateNow(), drives.get(), said);
                },
                () -> busy.set(false),
                this::show);
    }

    private void show(Seen seen) {
        answer.set(seen.answer());
        folders.setAll(seen.folders());
        if (folder.get() == null && !seen.folders().isEmpty()) {
            folder.set(seen.folders().getFirst());
        }
        var before = state.get().closed();
        state.set(seen.state());
        if (!before && seen.state().closed()) {
            phaseChanged.run();
        }
    }
}
