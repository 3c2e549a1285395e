package org.tamga.kiosk.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Official;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.vault.OfficialCode;

/** One entry for each official who is needed, and the answer to the last attempt. */
public final class SignInViewModel {

    /** What one official chose and typed. */
    public static final class Entry {
        private final ObjectProperty<@Nullable Official> official = new SimpleObjectProperty<>();
        private final StringProperty code = new SimpleStringProperty("");

        public ObjectProperty<@Nullable Official> officialProperty() {
            return official;
        }

        public StringProperty codeProperty() {
            return code;
        }

        private Optional<OfficialCode> typed() {
            Official chosen = official.get();
            return chosen == null || code.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OfficialCode(chosen.id(), code.get().toCharArray()));
        }
    }

    private final SignInDesk desk;
    private final UiThreads threads;
    private final Consumer<List<String>> signedIn;
    private final List<Entry> entries;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Message> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Message.NONE);

    /**
     * @param signedIn called on the UI thread with the officials' ids
     */
    public SignInViewModel(SignInDesk desk, UiThreads threads, Consumer<List<String>> signedIn) {
        this.desk = desk;
        this.threads = threads;
        this.signedIn = signedIn;
        this.entries = IntStream.range(0, desk.needed()).mapToObj(i -> new Entry()).toList();
        for (int i = 0; i < entries.size() && i < desk.officials().size(); i++) {
            entries.get(i).official.set(desk.officials().get(i));
        }
    }

    public List<Official> officials() {
        return desk.officials();
    }

    public List<Entry> entries() {
        return entries;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Tries what was typed; the codes leave the fields at once. */
    public void unlock() {
        if (busy.get()) {
            return;
        }
        List<OfficialCode> codes = new ArrayList<>();
        entries.forEach(entry -> entry.typed().ifPresent(codes::add));
        if (codes.size() < entries.size()) {
            codes.forEach(OfficialCode::close);
            answer.set(Message.of("signin.incomplete"));
            return;
        }
        if (codes.stream().map(OfficialCode::officialId).distinct().count() < codes.size()) {
            codes.forEach(OfficialCode::close);
            answer.set(Message.of("signin.sameOfficial"));
            return;
        }
        entries.forEach(entry -> entry.code.set(""));
        busy.set(true);
        answer.set(Message.of("signin.busy"));
        threads.run(() -> desk.unlock(List.copyOf(codes)), () -> busy.set(false), this::show);
    }

    /** Tells of a failure that no code could cure. */
    public void fail(String code) {
        answer.set(Message.ofCode(code));
    }

    private void show(SignInResult result) {
        switch (Objects.requireNonNull(result)) {
            case SignInResult.SignedIn(List<String> officials) -> {
                answer.set(Message.NONE);
                signedIn.accept(officials);
            }
            case SignInResult.Refused(String code) -> answer.set(Message.ofCode(code));
        }
    }
}
