package org.tamga.kiosk.shell;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Official;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Texts;

/** Shows officials in a choice by name and role, in the language of the moment. */
public final class OfficialNames extends StringConverter<@Nullable Official> {
    private final Texts texts;

    private OfficialNames(Texts texts) {
        this.texts = texts;
    }

    /** Keeps the names in the choice in step with the language. */
    public static void show(ComboBox<@Nullable Official> choice, Texts texts) {
        choice.setConverter(new OfficialNames(texts));
        // A converter is asked once: a new language needs a new one for names to follow it.
        texts.languageProperty()
                .addListener((o, before, now) -> choice.setConverter(new OfficialNames(texts)));
    }

    @Override
    public String toString(@Nullable Official official) {
        if (official == null) {
            return "";
        }
        var role = texts.now(Message.of("signin.role." + official.role()));
        return official.name().in(texts.languageProperty().get()) + ", " + role;
    }

    @Override
    public @Nullable Official fromString(String text) {
        throw new UnsupportedOperationException("officials are chosen, not typed");
    }
}
