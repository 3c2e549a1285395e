package org.tamga.kiosk.ballot;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/**
 * Draws {@link VotingViewModel}. Each step's pane is made when it comes and dropped when it goes:
 * no control keeps what a voter chose.
 */
public final class VotingView implements ScreenView {
    private static final int WARNING_BELOW = 60;

    private final VotingViewModel model;
    private final Widgets widgets;
    private final StackPane content = new StackPane();
    private final StackPane root;
    private final Timeline seconds;

    public VotingView(VotingViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        content.getStyleClass().add("booth-content");
        root = new StackPane(content, warning());
        root.addEventFilter(InputEvent.ANY, e -> touched(e));
        model.stepProperty().addListener((o, before, now) -> draw());
        model.indexProperty().addListener((o, before, now) -> draw());
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        draw();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        seconds.play();
    }

    @Override
    public void hidden() {
        seconds.stop();
    }

    // A pointer that merely lies on the glass is nobody; a touch, a click or a key is somebody.
    private void touched(InputEvent event) {
        var type = event.getEventType();
        if (type == javafx.scene.input.MouseEvent.MOUSE_PRESSED
                || type == javafx.scene.input.KeyEvent.KEY_PRESSED
                || type == javafx.scene.input.TouchEvent.TOUCH_PRESSED) {
            model.touch();
        }
    }

    private void draw() {
        var pane =
                switch (model.stepProperty().get()) {
                    case WELCOME -> new WelcomePane(model, widgets);
                    case CONTEST ->
                            new ContestPane(
                                    model,
                                    model.contests().get(model.indexProperty().get()),
                                    widgets);
                    case REVIEW -> new ReviewPane(model, widgets);
                    case DECIDE -> new DecidePane(model, widgets);
                    case THANKS -> EndPane.thanks(model, widgets);
                    case CHALLENGED -> EndPane.challenged(model, widgets);
                    case REFUSED -> EndPane.refused(model, widgets);
                };
        content.getChildren().setAll(pane);
    }

    private StackPane warning() {
        var words =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.secondsLeftProperty()
                                                .map(
                                                        left ->
                                                                Message.of(
                                                                        "ballot.idle",
                                                                        left.intValue()))),
                        "notice-text");
        words.setId("booth-idle");
        var card =
                widgets.card(
                        widgets.icon("mdi2t-timer-sand", "notice-icon"),
                        words,
                        widgets.button(
                                "booth-stay",
                                "ballot.idle.stay",
                                "mdi2c-check",
                                model::touch,
                                "primary",
                                "big"));
        card.getStyleClass().add("notice");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        var veil = new StackPane(card);
        veil.getStyleClass().add("veil");
        return widgets.when(
                model.secondsLeftProperty().map(left -> left.intValue() < WARNING_BELOW), veil);
    }
}
