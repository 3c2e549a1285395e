package org.tamga.kiosk.shell;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.tamga.kiosk.i18n.Message;

/**
 * Which screen is in front, which may be opened now, and the one notice that lies over all of them.
 */
public final class ShellViewModel {

    private final ElectionMark election;
    private final ReadOnlyObjectWrapper<Screen> current;
    private final ObservableSet<Screen> available =
            FXCollections.observableSet(EnumSet.noneOf(Screen.class));
    private final ObjectProperty<Message> notice =
            new SimpleObjectProperty<>(this, "notice", Message.NONE);

    private final ReadOnlyObjectWrapper<Optional<PassingWord>> passing =
            new ReadOnlyObjectWrapper<>(this, "passing", Optional.empty());

    public ShellViewModel(ElectionMark election, Screen first) {
        this.election = election;
        this.current = new ReadOnlyObjectWrapper<>(this, "current", first);
        available.add(first);
    }

    public ElectionMark election() {
        return election;
    }

    public ReadOnlyObjectProperty<Screen> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Set by the composition root as the day goes on: locked, signed in, open, closed. */
    public void allow(Set<Screen> screens) {
        available.retainAll(screens);
        available.addAll(screens);
    }

    public BooleanBinding availableProperty(Screen screen) {
        return Bindings.createBooleanBinding(() -> available.contains(screen), available);
    }

    /** Brings a screen to the front if it may be opened now. */
    public void open(Screen screen) {
        if (available.contains(screen)) {
            current.set(screen);
        }
    }

    public ObjectProperty<Message> noticeProperty() {
        return notice;
    }

    /** Short words that pass by themselves and stand in nobody's way. */
    public ReadOnlyObjectProperty<Optional<PassingWord>> passingProperty() {
        return passing.getReadOnlyProperty();
    }

    /** Tells something that need not be answered. */
    public void mention(PassingWord word) {
        passing.set(Optional.of(word));
    }

    /** An unexpected failure: shown once with a code that can be read out on the telephone. */
    public void report(Optional<String> code) {
        notice.set(code.map(Message::ofCode).orElseGet(() -> Message.of("shell.unexpected")));
    }

    public void dismissNotice() {
        notice.set(Message.NONE);
    }
}
