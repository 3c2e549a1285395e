package org.tamga.kiosk.identify;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** One line under the verdict: what the chip of the document says of it. */
final class ChipLine extends HBox {

    private static final String PLAIN = "chip-line";

    private final FontIcon icon;

    ChipLine(ObservableValue<Optional<ShownChip>> chip, Widgets widgets) {
        icon = widgets.icon("mdi2c-contactless-payment", "chip-icon");
        Label words =
                widgets.label(
                        widgets.texts()
                                .of(chip.map(c -> c.map(ShownChip::words).orElse(Message.NONE))),
                        "chip-words");
        words.setId("identify-chip");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        getStyleClass().add(PLAIN);
        setAlignment(Pos.CENTER_LEFT);
        chip.addListener((o, before, now) -> now.map(ShownChip::look).ifPresent(this::look));
    }

    private void look(ShownChip.Look look) {
        getStyleClass().setAll(PLAIN, look.name().toLowerCase(Locale.ROOT));
        icon.setIconLiteral(
                switch (look) {
                    case READING -> "mdi2c-contactless-payment";
                    case GENUINE -> "mdi2s-shield-check-outline";
                    case DOUBTFUL -> "mdi2s-shield-alert-outline";
                    case FALSE -> "mdi2s-shield-remove";
                    case NONE -> "mdi2s-shield-off-outline";
                });
    }
}
