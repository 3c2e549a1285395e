package org.tamga.kiosk.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.kiosk.i18n.Texts;

/**
 * Makes the few kinds of nodes that screens are built of, with their words bound to the language.
 */
public final class Widgets {

    private final Texts texts;

    public Widgets(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public Label label(String key, String... styleClasses) {
        return label(texts.of(key), styleClasses);
    }

    /** A label that wraps rather than being cut off. */
    public Label label(ObservableValue<String> text, String... styleClasses) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A touch target with words, an icon and an id by which tests find it. */
    public Button button(
            String id, String key, String icon, Runnable action, String... styleClasses) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.of(key));
        button.setGraphic(icon(icon));
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        return button;
    }

    public FontIcon icon(String literal, String... styleClasses) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    public VBox card(Node... children) {
        VBox card = new VBox(children);
        card.getStyleClass().add("card");
        return card;
    }

    public HBox row(Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add("row");
        return row;
    }

    public Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows a node only while the condition holds and gives its room back otherwise. */
    public <N extends Node> N when(ObservableValue<Boolean> condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
