package org.tamga.kiosk.identify;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.i18n.Message;
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
        setConverter(names(texts));
        // A converter is asked once: a new language needs a new one for names to follow it.
        texts.languageProperty().addListener((o, before, now) -> setConverter(names(texts)));
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

    private static StringConverter<@Nullable FingerPosition> names(Texts texts) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable FingerPosition position) {
                return position == null ? "" : texts.now(Message.of("identify.finger." + position));
            }

            @Override
            public FingerPosition fromString(String text) {
                throw new UnsupportedOperationException("fingers are chosen, not typed");
            }
        };
    }
}
