package org.tamga.kiosk.identify;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** The verdict in its colour, with time and codes. */
final class VerdictBand extends HBox {

    private static final String PLAIN = "verdict-band";

    private final IdentifyViewModel model;
    private final FontIcon icon;

    VerdictBand(IdentifyViewModel model, Widgets widgets) {
        this.model = model;
        icon = widgets.icon("mdi2a-account-outline", "verdict-icon");
        Label verdict = widgets.label(widgets.texts().of(words()), "verdict");
        verdict.setId("identify-verdict");
        Label stamp = widgets.label(widgets.texts().of(stamp()), "verdict-stamp");
        stamp.setId("identify-stamp");
        stamp.setWrapText(false);
        stamp.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, verdict, widgets.spacer(), stamp);
        getStyleClass().add(PLAIN);
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(verdict, Priority.SOMETIMES);
        colour();
        model.phaseProperty().addListener((o, before, now) -> colour());
        refusal().addListener((o, before, now) -> colour());
    }

    private ObservableValue<Optional<ShownRefusal>> refusal() {
        return model.shown().refusalProperty();
    }

    private ObservableValue<Message> words() {
        return Bindings.createObjectBinding(
                () -> {
                    Optional<ShownRefusal> refusal = refusal().getValue();
                    if (refusal.isPresent()) {
                        return refusal.get().title();
                    }
                    return switch (model.phaseProperty().get()) {
                        case MATCHED, RECORDING, ADMITTED ->
                                Message.of("identify.prompt." + model.phaseProperty().get());
                        default -> Message.of("identify.nobody");
                    };
                },
                refusal(),
                model.phaseProperty());
    }

    private ObservableValue<Message> stamp() {
        return refusal()
                .map(
                        refused ->
                                refused.map(r -> Message.of("identify.stamp", r.clock(), r.codes()))
                                        .orElse(Message.NONE));
    }

    private void colour() {
        getStyleClass().removeIf(c -> !c.equals(PLAIN));
        Optional<ShownRefusal> refusal = refusal().getValue();
        if (refusal.isPresent()) {
            RefusalLook look = RefusalLook.of(refusal.get().reason());
            getStyleClass().addAll("refused", look.styleClass());
            icon.setIconLiteral(look.icon());
            return;
        }
        switch (model.phaseProperty().get()) {
            case ADMITTED -> {
                getStyleClass().add("admitted");
                icon.setIconLiteral("mdi2c-check-circle-outline");
            }
            case MATCHED, RECORDING -> {
                getStyleClass().add("matched");
                icon.setIconLiteral("mdi2a-account-search-outline");
            }
            default -> icon.setIconLiteral("mdi2a-account-outline");
        }
    }
}
