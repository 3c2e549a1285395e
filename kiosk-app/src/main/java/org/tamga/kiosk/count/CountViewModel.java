package org.tamga.kiosk.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tamga.election.count.EntryComparison;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Station;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;

/**
 * Two officials type one after the other; the second sees nothing of the first. Where they differ,
 * either types just those lines again.
 */
public final class CountViewModel {

    /** Where the count stands. */
    public enum Phase {
        /** An official is to say who types. */
        CHOOSE,
        TYPING,
        /** Both entries are there and differ. */
        DIFFERENT,
        /** Both entries are there and agree. */
        AGREED
    }

    private final CountDesk desk;
    private final Station station;
    private final UiThreads threads;
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", Phase.CHOOSE);
    private final ObjectProperty<@Nullable Official> typist = new SimpleObjectProperty<>();
    private final ObservableList<ConcreteLine> asked = FXCollections.observableArrayList();
    // Kept, for such a view hangs on its list by a weak reference only: a fresh one falls silent.
    private final ObservableList<ConcreteLine> askedView =
            FXCollections.unmodifiableObservableList(asked);
    private final ObservableList<RatioOutcome> broken = FXCollections.observableArrayList();
    private final ObservableList<RatioOutcome> brokenView =
            FXCollections.unmodifiableObservableList(broken);
    private final ObservableList<EntryComparison.Difference> differences =
            FXCollections.observableArrayList();
    private final ObservableList<EntryComparison.Difference> differencesView =
            FXCollections.unmodifiableObservableList(differences);
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Map<String, Long> counted = Map.of();
    private List<CountDesk.Entry> entries = List.of();

    private record Seen(
            List<CountDesk.Entry> entries,
            Optional<EntryComparison> comparison,
            Map<String, Long> counted,
            Message answer) {}

    public CountViewModel(CountDesk desk, Station station, UiThreads threads) {
        this.desk = desk;
        this.station = station;
        this.threads = threads;
        for (var line : desk.lines()) {
            var field = new SimpleStringProperty(this, line.key(), "");
            field.addListener((o, before, now) -> recompute());
            fields.put(line.key(), field);
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Official> typistProperty() {
        return typist;
    }

    /** Who may type now: everybody at first, then those who have typed or who are still free. */
    public List<Official> officials() {
        var typed = entries.stream().map(CountDesk.Entry::typist).collect(Collectors.toSet());
        return station.officials().stream()
                .filter(official -> typed.size() < 2 || typed.contains(official.id()))
                .toList();
    }

    /** The officials of the two entries, first the one who began. */
    public List<Official> typists() {
        return entries.stream()
                .flatMap(entry -> station.official(entry.typist()).stream())
                .toList();
    }

    /** All lines that are typed, in the form's order. */
    public List<ConcreteLine> lines() {
        return desk.lines();
    }

    /** The lines to type now. */
    public ObservableList<ConcreteLine> asked() {
        return askedView;
    }

    /** Digits as typed for a line. */
    public StringProperty field(String key) {
        return Optional.ofNullable(fields.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no typed line " + key));
    }

    /** Ratios that do not hold although all their lines are typed. */
    public ObservableList<RatioOutcome> broken() {
        return brokenView;
    }

    public ObservableList<EntryComparison.Difference> differences() {
        return differencesView;
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Grows whenever what is kept was read anew. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The ratio behind an outcome, with its formula and advice. */
    public ControlRatio ratio(RatioOutcome outcome) {
        return desk.ratio(outcome.code());
    }

    /** The contest that an outcome is about; none for the station's own ratios. */
    public Optional<LocalizedText> contestOf(RatioOutcome outcome) {
        return desk.contestOf(outcome);
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Reads what is kept; a half-typed entry on the screen stays. */
    public void refresh() {
        if (phase.get() != Phase.TYPING) {
            run(() -> Message.NONE, this::showUnlessTyping);
        }
    }

    /** The chosen official begins a whole entry with empty fields. */
    public void begin() {
        Official chosen = typist.get();
        if (chosen == null) {
            answer.set(Message.of("count.chooseTypist"));
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.typist().equals(chosen.id()))
                && entries.size() < 2) {
            answer.set(Message.of("count.otherTypist"));
            return;
        }
        type(desk.lines(), Map.of());
    }

    /** One of the two types the differing lines again; what they agreed on stays typed. */
    public void correct(Official official) {
        var own = entries.stream().filter(e -> e.typist().equals(official.id())).findFirst();
        if (own.isEmpty()) {
            return;
        }
        typist.set(official);
        var lines =
                differences.stream()
                        .map(EntryComparison.Difference::line)
                        .collect(Collectors.toSet());
        var agreed = new HashMap<>(own.get().count().values());
        agreed.keySet().removeAll(lines);
        type(desk.lines().stream().filter(line -> lines.contains(line.key())).toList(), agreed);
    }

    private void type(List<ConcreteLine> lines, Map<String, Long> known) {
        fields.forEach(
                (key, field) ->
                        field.set(known.containsKey(key) ? String.valueOf(known.get(key)) : ""));
        asked.setAll(lines);
        answer.set(Message.NONE);
        phase.set(Phase.TYPING);
        recompute();
    }

    /** Leaves typing; the fields are emptied. */
    public void cancel() {
        wipe();
        phase.set(Phase.CHOOSE);
        run(() -> Message.NONE, this::showUnlessTyping);
    }

    /** Keeps the entry. */
    public void submit() {
        Official chosen = typist.get();
        if (busy.get() || chosen == null || phase.get() != Phase.TYPING) {
            return;
        }
        var values = typed();
        if (values.size() < fields.size()) {
            var missing = fields.size() - values.size();
            answer.set(Message.of("count.incomplete", missing));
            return;
        }
        run(
                () ->
                        switch (desk.enter(chosen.id(), values)) {
                            case CountDesk.Kept _ -> Message.of("count.kept");
                            case CountDesk.Refused refused -> Message.ofCode(refused.code());
                        },
                this::show);
    }

    private void recompute() {
        if (phase.get() != Phase.TYPING) {
            broken.clear();
            return;
        }
        var values = typed();
        var known = new HashSet<>(values.keySet());
        known.addAll(counted.keySet());
        broken.setAll(
                desk.outcomes(values).stream()
                        .filter(outcome -> !outcome.holds() && known.containsAll(outcome.lines()))
                        .toList());
    }

    private Map<String, Long> typed() {
        var values = new HashMap<String, Long>();
        fields.forEach(
                (key, field) -> {
                    if (field.get().matches("[0-9]{1,8}")) {
                        values.put(key, Long.valueOf(field.get()));
                    }
                });
        return values;
    }

    /** Lines that are asked for and not typed yet. */
    public Set<String> missing() {
        var given = typed().keySet();
        return asked.stream()
                .map(ConcreteLine::key)
                .filter(key -> !given.contains(key))
                .collect(Collectors.toSet());
    }

    private void run(Supplier<Message> work, Consumer<Seen> shown) {
        busy.set(true);
        threads.run(
                () -> {
                    Message said = work.get();
                    return new Seen(desk.entries(), desk.comparison(), desk.counted(), said);
                },
                () -> busy.set(false),
                shown);
    }

    /** What was read while somebody began to type must not take the entry away. */
    private void showUnlessTyping(Seen seen) {
        if (phase.get() != Phase.TYPING) {
            show(seen);
        }
    }

    private void show(Seen seen) {
        entries = seen.entries();
        counted = seen.counted();
        answer.set(seen.answer());
        if (seen.answer().isCoded()) {
            return;
        }
        wipe();
        typist.set(null);
        differences.setAll(seen.comparison().map(EntryComparison::differences).orElse(List.of()));
        phase.set(
                seen.comparison().isEmpty()
                        ? Phase.CHOOSE
                        : differences.isEmpty() ? Phase.AGREED : Phase.DIFFERENT);
        revision.set(revision.get() + 1);
    }

    private void wipe() {
        asked.clear();
        fields.values().forEach(field -> field.set(""));
        broken.clear();
    }
}
