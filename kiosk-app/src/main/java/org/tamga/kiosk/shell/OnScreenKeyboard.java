package org.tamga.kiosk.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Keys large enough for a thumb that type into one text field at a time. Keys never take the focus,
 * so a hardware keyboard keeps working beside them.
 */
public final class OnScreenKeyboard extends VBox {

    private final ObjectProperty<KeyboardLayout> layout =
            new SimpleObjectProperty<>(this, "layout", KeyboardLayout.DIGITS);
    private final BooleanProperty upperCase = new SimpleBooleanProperty(this, "upperCase");
    private final ObjectProperty<@Nullable TextInputControl> target =
            new SimpleObjectProperty<>(this, "target");

    public OnScreenKeyboard(KeyboardLayout first) {
        setAlignment(Pos.CENTER);
        layout.set(first);
        layout.addListener((o, before, now) -> rebuild());
        upperCase.addListener((o, before, now) -> rebuild());
        rebuild();
    }

    public ObjectProperty<KeyboardLayout> layoutProperty() {
        return layout;
    }

    /** The field that receives the keys; none while nothing is to be typed. */
    public ObjectProperty<@Nullable TextInputControl> targetProperty() {
        return target;
    }

    private void rebuild() {
        getChildren().clear();
        boolean digits = layout.get() == KeyboardLayout.DIGITS;
        // Five rows have to leave room for what is typed.
        getStyleClass().setAll("keyboard", layout.get().rows().size() > 4 ? "letters" : "few-rows");
        for (String row : layout.get().rows()) {
            HBox keys = row(row);
            if (digits && row.equals("0")) {
                keys.getChildren().addFirst(command("key-clear", "mdi2c-close", this::clear));
                keys.getChildren().add(command("key-back", "mdi2b-backspace-outline", this::back));
            }
            getChildren().add(keys);
        }
        if (!digits) {
            HBox last = (HBox) getChildren().getLast();
            last.getChildren()
                    .addFirst(command("key-shift", "mdi2a-apple-keyboard-shift", this::shift));
            last.getChildren().add(command("key-back", "mdi2b-backspace-outline", this::back));
        }
    }

    private HBox row(String characters) {
        HBox row = new HBox();
        row.getStyleClass().add("keyboard-row");
        row.setAlignment(Pos.CENTER);
        characters
                .codePoints()
                .mapToObj(Character::toString)
                .map(c -> upperCase.get() ? c.toUpperCase(java.util.Locale.ROOT) : c)
                .forEach(c -> row.getChildren().add(key(c)));
        return row;
    }

    private Button key(String character) {
        if (character.equals(" ")) {
            Button space = plain("key-space", () -> type(character));
            space.setGraphic(new FontIcon("mdi2k-keyboard-space"));
            space.getStyleClass().add("space");
            return space;
        }
        Button key = plain("key-" + character, () -> type(character));
        key.setText(character);
        return key;
    }

    private Button command(String id, String icon, Runnable action) {
        Button key = plain(id, action);
        key.getStyleClass().add("command");
        key.setGraphic(new FontIcon(icon));
        return key;
    }

    private static Button plain(String id, Runnable action) {
        Button key = new Button();
        key.setId(id);
        key.getStyleClass().add("key");
        key.setFocusTraversable(false);
        key.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow((Node) key, Priority.ALWAYS);
        key.setOnAction(e -> action.run());
        return key;
    }

    private void type(String character) {
        TextInputControl field = target.get();
        if (field != null && !field.isDisabled()) {
            field.replaceSelection(character);
        }
    }

    private void back() {
        TextInputControl field = target.get();
        if (field != null) {
            field.deletePreviousChar();
        }
    }

    private void clear() {
        TextInputControl field = target.get();
        if (field != null) {
            field.clear();
        }
    }

    private void shift() {
        upperCase.set(!upperCase.get());
    }
}
