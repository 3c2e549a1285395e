package org.tamga.kiosk.i18n;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

/**
 * Live translation: what is bound to it changes with the language. One per window; the language of
 * a booth is not the language of the operator's terminal.
 */
public final class Texts {

    private final Messages messages;
    private final ObjectProperty<Language> language;

    public Texts(Messages messages, Language initial) {
        this.messages = messages;
        this.language = new SimpleObjectProperty<>(this, "language", initial);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public ObservableValue<String> of(String key, Object... arguments) {
        return of(Message.of(key, arguments));
    }

    public ObservableValue<String> of(Message message) {
        return language.map(chosen -> messages.text(chosen, message));
    }

    public ObservableValue<String> of(LocalizedText text) {
        return language.map(text::in);
    }

    /** Follows both the message and the language. */
    public ObservableValue<String> of(ObservableValue<Message> message) {
        return Bindings.createStringBinding(
                () -> {
                    Message current = message.getValue();
                    return current == null ? "" : now(current);
                },
                message,
                language);
    }

    /** The text in the language of this moment, for what is printed or spoken rather than shown. */
    public String now(Message message) {
        return messages.text(language.get(), message);
    }
}
