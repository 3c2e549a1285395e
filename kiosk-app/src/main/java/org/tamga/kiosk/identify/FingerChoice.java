package org.tamga.kiosk.identify;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.i18n.Texts;
import org.tamga.matcher.FingerPosition;

/**
 * Which finger of the claimed person is laid on. Any finger will do; a named one is compared with
 * that finger only, which needs a lower score.
 */
final class FingerChoice extends ComboBox<@Nullable FingerPosition> {

    FingerChoice(IdentifyViewModel model, Texts texts) {
        setId("identify-finger");
        setMaxWidth(Double.MAX_VALUE);
        getItems().addAll(FingerPosition.values());
        setVisibleRowCount(FingerPosition.values().length);
        setCellFactory(list -> cell(texts));
        setButtonCell(cell(texts));
        setValue(model.fingerProperty().get());
        model.fingerProperty().addListener((o, before, now) -> setValue(now));
        setOnAction(
                e -> {
                    FingerPosition chosen = getValue();
                    if (chosen != null) {
                        model.nameFinger(chosen);
                    }
                });
    }

    /** Its words follow the language. */
    private static ListCell<@Nullable FingerPosition> cell(Texts texts) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable FingerPosition position, boolean empty) {
                super.updateItem(position, empty);
                textProperty().unbind();
                if (position == null || empty) {
                    setText("");
                } else {
                    textProperty().bind(texts.of("identify.finger." + position));
                }
            }
        };
    }
}
