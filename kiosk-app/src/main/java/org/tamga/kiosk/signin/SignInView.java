package org.tamga.kiosk.signin;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Official;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.KeyboardLayout;
import org.tamga.kiosk.shell.OnScreenKeyboard;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/**
 * Draws {@link SignInViewModel}: one card an official, one keyboard for whichever code is typed.
 */
public final class SignInView implements ScreenView {

    private final SignInViewModel model;
    private final Widgets widgets;
    private final OnScreenKeyboard keyboard = new OnScreenKeyboard(KeyboardLayout.CODE);
    private final List<PasswordField> codes = new ArrayList<>();
    private final VBox root;

    public SignInView(SignInViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        HBox cards = widgets.row();
        for (int i = 0; i < model.entries().size(); i++) {
            cards.getChildren().add(card(i));
        }
        Label answer = widgets.label(widgets.texts().of(model.answerProperty()), "error-text");
        answer.setId("signin-answer");
        answer.setMaxWidth(Double.MAX_VALUE);
        model.busyProperty()
                .addListener(
                        (o, before, busy) ->
                                answer.getStyleClass()
                                        .setAll("label", busy ? "muted" : "error-text"));
        model.answerProperty().addListener((o, before, now) -> typeAgain(now));
        HBox.setHgrow(answer, Priority.ALWAYS);
        HBox actions =
                widgets.row(
                        answer,
                        widgets.button(
                                "signin-unlock",
                                "signin.unlock",
                                "mdi2l-lock-open-variant-outline",
                                model::unlock,
                                "primary",
                                "big"));
        actions.disableProperty().bind(model.busyProperty());
        Label explain =
                widgets.label(
                        widgets.texts().of("signin.explain", model.entries().size()), "muted");
        root =
                new VBox(
                        widgets.label("signin.title", "title"),
                        explain,
                        cards,
                        actions,
                        widgets.spacer(),
                        keyboard);
        root.getStyleClass().add("stack");
        root.setAlignment(Pos.TOP_LEFT);
        root.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        // At the very first the window is not there yet, and nothing could take the focus.
        Platform.runLater(codes.getFirst()::requestFocus);
        keyboard.targetProperty().set(codes.getFirst());
    }

    private VBox card(int index) {
        SignInViewModel.Entry entry = model.entries().get(index);
        PasswordField code = new PasswordField();
        code.setId("signin-code-" + index);
        code.getStyleClass().add("sign-in-code");
        code.textProperty().bindBidirectional(entry.codeProperty());
        code.promptTextProperty().bind(widgets.texts().of("signin.code"));
        code.setOnAction(e -> entered(index));
        code.focusedProperty()
                .addListener(
                        (o, before, focused) -> {
                            if (focused) {
                                keyboard.targetProperty().set(code);
                            }
                        });
        codes.add(code);
        code.setPrefWidth(0);
        HBox.setHgrow(code, Priority.ALWAYS);
        ComboBox<@Nullable Official> official = officials(entry, index);
        official.getStyleClass().add("official");
        VBox card =
                widgets.card(
                        widgets.label(widgets.texts().of("signin.official", index + 1), "heading"),
                        widgets.row(official, code));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    /** Whatever the answer asks for, it is typed where nothing stands yet. */
    private void typeAgain(Message answer) {
        if (!answer.isNone() && !model.busyProperty().get()) {
            codes.stream()
                    .filter(code -> code.getText().isEmpty())
                    .findFirst()
                    .ifPresent(PasswordField::requestFocus);
        }
    }

    private void entered(int index) {
        if (index + 1 < codes.size()) {
            codes.get(index + 1).requestFocus();
        } else {
            model.unlock();
        }
    }

    private ComboBox<@Nullable Official> officials(SignInViewModel.Entry entry, int index) {
        ComboBox<@Nullable Official> choice = new ComboBox<>();
        choice.setId("signin-official-" + index);
        choice.getItems().addAll(model.officials());
        choice.promptTextProperty().bind(widgets.texts().of("signin.choose"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(names());
        // A converter is asked once: a new language needs a new one for names to follow it.
        widgets.texts()
                .languageProperty()
                .addListener((o, before, now) -> choice.setConverter(names()));
        choice.valueProperty().bindBidirectional(entry.officialProperty());
        return choice;
    }

    private StringConverter<@Nullable Official> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Official official) {
                if (official == null) {
                    return "";
                }
                String role = widgets.texts().now(Message.of("signin.role." + official.role()));
                return official.name().in(widgets.texts().languageProperty().get()) + ", " + role;
            }

            @Override
            public @Nullable Official fromString(String text) {
                throw new UnsupportedOperationException("officials are chosen, not typed");
            }
        };
    }
}
