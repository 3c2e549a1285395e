package org.tamga.kiosk.ballot;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.election.text.Language;
import org.tamga.kiosk.shell.Widgets;

/** Nobody is voting: the language, and what to do with the card. */
final class WelcomePane extends VBox {

    WelcomePane(VotingViewModel model, Widgets widgets) {
        getStyleClass().addAll("stack", "booth-pane");
        setAlignment(Pos.CENTER);
        var languages = new HBox();
        languages.getStyleClass().add("row");
        languages.setAlignment(Pos.CENTER);
        for (var language : Language.values()) {
            languages.getChildren().add(button(language, widgets));
        }
        var title = widgets.label("ballot.welcome", "booth-title");
        title.setId("booth-welcome");
        var busy =
                widgets.when(model.busyProperty(), widgets.label("ballot.welcome.busy", "heading"));
        getChildren()
                .addAll(
                        languages,
                        widgets.spacer(),
                        widgets.icon("mdi2q-qrcode-scan", "booth-icon"),
                        title,
                        centred(widgets.label("ballot.welcome.hint", "booth-text")),
                        busy,
                        widgets.spacer(),
                        centred(widgets.label("ballot.welcome.secret", "muted")));
    }

    private static Label centred(Label label) {
        label.getStyleClass().add("booth-centred");
        return label;
    }

    private static ToggleButton button(Language language, Widgets widgets) {
        var button = new ToggleButton(ownName(language));
        button.setId("booth-language-" + language);
        button.getStyleClass().add("booth-language");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        var chosen = widgets.texts().languageProperty();
        button.setSelected(chosen.get() == language);
        chosen.addListener((o, before, now) -> button.setSelected(now == language));
        button.setOnAction(
                e -> {
                    button.setSelected(true);
                    chosen.set(language);
                });
        return button;
    }

    private static String ownName(Language language) {
        return switch (language) {
            case KY -> "Кыргызча";
            case KK -> "Қазақша";
            case RU -> "Русский";
            case EN -> "English";
        };
    }
}
