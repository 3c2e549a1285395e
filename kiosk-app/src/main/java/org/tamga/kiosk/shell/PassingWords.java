package org.tamga.kiosk.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Shows each {@link PassingWord} for some seconds over the header, where no button is hidden, the
 * newest lowest; touches go through it.
 */
final class PassingWords extends VBox {

    private static final Duration SHOWN = Duration.seconds(7);
    private static final int MOST = 4;

    private final Widgets widgets;

    PassingWords(ShellViewModel model, Widgets widgets) {
        this.widgets = widgets;
        getStyleClass().add("passing");
        setAlignment(Pos.TOP_CENTER);
        setMouseTransparent(true);
        model.passingProperty().subscribe(word -> word.ifPresent(this::show));
    }

    private void show(PassingWord word) {
        Label label = widgets.label(widgets.texts().of(word.text()), "passing-word");
        label.getStyleClass().add(word.level().styleClass());
        label.setGraphic(widgets.icon(word.icon()));
        label.setId("passing");
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(label);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(e -> getChildren().remove(label));
        pause.play();
    }
}
