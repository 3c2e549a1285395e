package org.tamga.kiosk.identify;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.KeyboardLayout;
import org.tamga.kiosk.shell.OnScreenKeyboard;
import org.tamga.kiosk.shell.Widgets;

/** The left side: what the voter is to do now, or the keypad for a personal number. */
final class PromptPane extends StackPane {

    /** The number needs the ring's room. */
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private static final String PRIMARY = "primary";
    private static final Set<Phase> STARTABLE = EnumSet.of(Phase.STOPPED, Phase.CLOSED);
    private static final Set<Phase> REPEATABLE = EnumSet.of(Phase.FAULT, Phase.REFUSED);
    private static final Set<Phase> FINISHED =
            EnumSet.of(Phase.FAULT, Phase.REFUSED, Phase.ADMITTED);

    private final IdentifyViewModel model;
    private final Widgets widgets;
    private final TextField number = new TextField();

    PromptPane(IdentifyViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().add("prompt-pane");
        VBox prompt = prompt();
        VBox keypad = keypad();
        getChildren().addAll(prompt, keypad);
        widgets.when(in(EnumSet.of(Phase.TYPING)), keypad);
        widgets.when(in(EnumSet.complementOf(EnumSet.of(Phase.TYPING))), prompt);
    }

    private VBox prompt() {
        FontIcon icon = widgets.icon("mdi2f-fingerprint", "prompt-icon");
        StackPane ring = new StackPane(icon);
        ring.getStyleClass().add("prompt-ring");
        mark(ring, icon, model.phaseProperty().get());
        model.numberProperty()
                .addListener(
                        (o, before, now) -> ring.pseudoClassStateChanged(SMALL, !now.isEmpty()));
        model.phaseProperty().addListener((o, before, now) -> mark(ring, icon, now));
        Label title =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.phaseProperty()
                                                .map(p -> Message.of("identify.prompt." + p))),
                        "prompt-title");
        title.setId("identify-prompt");
        Label hint = widgets.label(widgets.texts().of(model.hintProperty()), "prompt-hint");
        hint.setId("identify-hint");
        Label foundBy =
                widgets.label(widgets.texts().of(model.shown().evidenceProperty()), "prompt-hint");
        foundBy.setId("identify-found-by");
        Label claimed = new Label();
        claimed.getStyleClass().add("prompt-number");
        claimed.textProperty().bind(model.numberProperty());
        VBox prompt =
                widgets.card(
                        widgets.spacer(),
                        ring,
                        title,
                        widgets.when(model.hintProperty().map(shown -> !shown.isNone()), hint),
                        widgets.when(in(EnumSet.of(Phase.MATCHED)), foundBy),
                        widgets.when(model.numberProperty().isNotEmpty(), claimed),
                        widgets.when(
                                BooleanExpression.booleanExpression(in(EnumSet.of(Phase.WAITING)))
                                        .and(model.numberProperty().isNotEmpty()),
                                new FingerChoice(model, widgets.texts())),
                        widgets.spacer(),
                        actions());
        prompt.setAlignment(Pos.CENTER);
        return prompt;
    }

    private VBox actions() {
        VBox actions =
                new VBox(
                        widgets.when(
                                in(FINISHED),
                                advised(
                                        Advice.NEXT_VOTER,
                                        widgets.button(
                                                "identify-next",
                                                "identify.next",
                                                "mdi2a-arrow-right-circle-outline",
                                                model::next))),
                        widgets.when(
                                in(REPEATABLE),
                                advised(
                                        Advice.TRY_AGAIN,
                                        widgets.button(
                                                "identify-again",
                                                "identify.tryAgain",
                                                "mdi2r-refresh",
                                                model::tryAgain))),
                        widgets.when(
                                in(STARTABLE),
                                widgets.button(
                                        "identify-start",
                                        "identify.start",
                                        "mdi2f-fingerprint",
                                        model::next,
                                        "primary")),
                        widgets.when(
                                in(EnumSet.of(Phase.WAITING, Phase.REFUSED)),
                                advised(
                                        Advice.TYPE_NUMBER,
                                        widgets.button(
                                                "identify-number",
                                                "identify.keypad",
                                                "mdi2d-dialpad",
                                                this::openKeypad))),
                        widgets.when(
                                in(EnumSet.of(Phase.WAITING, Phase.READING, Phase.MATCHING)),
                                widgets.button(
                                        "identify-stop",
                                        "identify.cancel",
                                        "mdi2c-close",
                                        model::stop,
                                        "quiet")));
        actions.getStyleClass().add("stack");
        actions.getChildren().forEach(button -> ((Region) button).setMaxWidth(Double.MAX_VALUE));
        return actions;
    }

    /** Stands out while this is what the ladder asks for. */
    private Button advised(Advice advice, Button button) {
        model.shown().refusalProperty().addListener((o, before, now) -> standOut(advice, button));
        model.phaseProperty().addListener((o, before, now) -> standOut(advice, button));
        standOut(advice, button);
        return button;
    }

    private void standOut(Advice advice, Button button) {
        button.getStyleClass().remove(PRIMARY);
        boolean finished = FINISHED.contains(model.phaseProperty().get());
        if (finished && Advice.of(model.shown().refusalProperty().get()) == advice) {
            button.getStyleClass().add(PRIMARY);
        }
    }

    private VBox keypad() {
        number.setId("identify-number-field");
        number.getStyleClass().add("code");
        number.textProperty().bindBidirectional(model.numberProperty());
        number.promptTextProperty().bind(widgets.texts().of("identify.number.prompt"));
        number.setOnAction(e -> model.numberTyped());
        OnScreenKeyboard keyboard = new OnScreenKeyboard(KeyboardLayout.DIGITS);
        keyboard.targetProperty().set(number);
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        HBox actions =
                widgets.row(
                        widgets.button(
                                "identify-number-done",
                                "identify.keypad.done",
                                "mdi2c-check",
                                model::numberTyped,
                                "primary"),
                        widgets.button(
                                "identify-number-cancel",
                                "identify.cancel",
                                "mdi2c-close",
                                model::next,
                                "quiet"));
        actions.setAlignment(Pos.CENTER);
        return widgets.card(widgets.label("identify.number", "heading"), number, keyboard, actions);
    }

    private void openKeypad() {
        model.typeNumber();
        number.requestFocus();
    }

    private ObservableValue<Boolean> in(Set<Phase> phases) {
        return model.phaseProperty().map(phases::contains);
    }

    private static void mark(StackPane ring, FontIcon icon, Phase phase) {
        for (Phase other : Phase.values()) {
            ring.getStyleClass().remove(style(other));
        }
        ring.getStyleClass().add(style(phase));
        icon.setIconLiteral(
                switch (phase) {
                    case WAITING, READING, STOPPED, TYPING -> "mdi2f-fingerprint";
                    case MATCHING -> "mdi2m-magnify";
                    case MATCHED -> "mdi2a-account-search-outline";
                    case RECORDING -> "mdi2p-printer-outline";
                    case ADMITTED -> "mdi2c-check-bold";
                    case REFUSED -> "mdi2c-close-thick";
                    case FAULT -> "mdi2p-power-plug-off-outline";
                    case CLOSED -> "mdi2l-lock-outline";
                });
    }

    private static String style(Phase phase) {
        return "phase-" + phase.name().toLowerCase(java.util.Locale.ROOT);
    }
}
