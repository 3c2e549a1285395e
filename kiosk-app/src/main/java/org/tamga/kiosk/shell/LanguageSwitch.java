package org.tamga.kiosk.shell;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Texts;

/**
 * Four buttons, each named in its own language, so that nobody needs to read another's to find
 * theirs.
 */
public final class LanguageSwitch extends HBox {

    public LanguageSwitch(Texts texts) {
        getStyleClass().add("language-switch");
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            ToggleButton button = new ToggleButton(ownName(language));
            button.setId("language-" + language.name());
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            button.setSelected(language == texts.languageProperty().get());
            button.setOnAction(
                    e -> {
                        button.setSelected(true);
                        texts.languageProperty().set(language);
                    });
            texts.languageProperty()
                    .addListener((o, before, now) -> button.setSelected(now == language));
            getChildren().add(button);
        }
    }

    /** The language's name in that language. */
    static String ownName(Language language) {
        return switch (language) {
            case KY -> "Кыргызча";
            case KK -> "Қазақша";
            case RU -> "Русский";
            case EN -> "English";
        };
    }
}
